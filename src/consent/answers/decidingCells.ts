// A decision in a table, or behind a label: a cell that says nothing but yes or no.
const yes = /^(?:გაიცა|გაიცემა|გაცემულია|გადმოგეცემათ|(?:მოთხოვნა\s+)?(?:სრულად\s+)?(?:დაკმაყოფილდა|დაკმაყოფილებულია|დაკმაყოფილდება)|შესრულდა|შესრულებულია|თანდართულია|ერთვის|წაშლილია|წაიშალა|გასწორდა|გასწორებულია|დიახ|granted|released|provided|supplied|enclosed|attached|given|done|deleted|erased|corrected|yes|disclosed)(?!\p{L})(?!\s*:)/iu;
const no = /^(?:უარი(?:\s+ეთქვა)?|უარყოფილია|(?:არ|ვერ)\s+(?:გაიცემა|გაიცა|დაკმაყოფილდა|დაკმაყოფილდება|წაიშლება|შესრულდება|გასწორდება|გადმოგეცემათ)|არა(?!\p{L})|refused|declined|rejected|withheld|denied|not (?:released|provided|granted|disclosed|given|deleted)|no(?!\p{L}|\.)|cannot be)(?!\p{L})(?!\s*:)/iu;

export interface Cells {
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** @param paragraphs a row of a table each, as their cells stand between bars or gaps */
export function decidingCells(paragraphs: readonly string[]): Cells {
  const rows = paragraphs.map((one) => ({ row: one, cells: one.split(/\s*\|\s*|\t+|\s{3,}/u).filter(Boolean) })).filter(({ cells }) => cells.length > 1);
  return { yes: rows.filter(({ cells }) => cells.some((one) => yes.test(one))).map(({ row }) => row), no: rows.filter(({ cells }) => cells.some((one) => no.test(one))).map(({ row }) => row) };
}
