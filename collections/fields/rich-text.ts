import {
  BoldFeature,
  HeadingFeature,
  InlineToolbarFeature,
  FixedToolbarFeature,
  ItalicFeature,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
  lexicalEditor,
} from '@payloadcms/richtext-lexical'

/** Paragraphs, headings 2–3, lists, links and emphasis; the server's own check is in `src/publication/rich-text.ts`. */
export const editor = lexicalEditor({
  // Handles for moving blocks about lie on the way of everybody who goes through the form with the keyboard.
  admin: {
    hideAddBlockButton: true,
    hideDraggableBlockElement: true,
    hideGutter: true,
    hideInsertParagraphAtEnd: true,
  },
  features: [
    ParagraphFeature(),
    HeadingFeature({ enabledHeadingSizes: ['h2', 'h3'] }),
    BoldFeature(),
    ItalicFeature(),
    UnorderedListFeature(),
    OrderedListFeature(),
    LinkFeature({ enabledCollections: [] }),
    FixedToolbarFeature(),
    InlineToolbarFeature(),
  ],
})
