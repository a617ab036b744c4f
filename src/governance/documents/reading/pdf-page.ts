/** A piece of text as it stands on a page: points from the left and from the top. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The size of its letters, in points. */
  readonly size: number;
}

/** A node of a page's tags, with the ids of the content it holds. */
export interface TagNode {
  readonly role: string;
  readonly children: readonly (TagNode | { readonly content: string } | { readonly object: string })[];
}

/** A page, as the library of PDF tells of it. What the file itself calls decoration (heads and feet) is left out. */
export interface PdfPage {
  readonly width: number;
  readonly placed: readonly Placed[];
  /** Null where the page has no tags. */
  readonly tags: TagNode | null;
  /** The text of each tagged content, with its line breaks. */
  readonly contents: ReadonlyMap<string, string>;
  /** Where each link object leads. */
  readonly links: ReadonlyMap<string, string>;
}
