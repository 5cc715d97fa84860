/** A fact that the panel above the form tells; it stands in lists only. */
export const ToldByPanel = () => null
