declare module 'jsonld' {
  /** The part of the processor that is used here. `safe` makes an error of what it would silently drop. */
  const processor: {
    expand(document: object, options: { documentLoader: unknown; safe: true }): Promise<object[]>
  }
  export default processor
}
