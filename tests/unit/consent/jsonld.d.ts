// What is used of the processor, which brings no types.
declare module "jsonld" {
  export type ExpandedNode = Readonly<Record<string, unknown>>;
  interface Options {
    /** Whatever would be dropped, or left relative, is an error. */
    readonly safe?: boolean;
    readonly documentLoader?: (url: string) => never;
  }
  const jsonld: { expand(document: unknown, options: Options): Promise<readonly ExpandedNode[]> };
  export default jsonld;
}
