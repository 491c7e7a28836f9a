/** A card going into a reader, chip first. Decoration: the text beside it says the same. */
export function CardPicture() {
  return (
    <svg class="card-picture" viewBox="0 0 240 130" aria-hidden="true" focusable="false">
      <rect class="picture-reader" x="20" y="78" width="200" height="40" rx="8" />
      <rect class="picture-slot" x="62" y="76" width="116" height="6" rx="3" />
      <g class="picture-card">
        <rect class="picture-body" x="70" y="10" width="100" height="62" rx="7" />
        <rect class="picture-chip" x="108" y="46" width="24" height="18" rx="3" />
        <path class="picture-arrow" d="M186 24v26m-8-9 8 9 8-9" />
      </g>
    </svg>
  );
}
