import encodeQR from 'qr'

/**
 * A QR code as the path of an SVG: a square of side 1 for each dark module, with the quiet border of 4 (ISO/IEC 18004).
 * Nothing is loaded from anywhere.
 */
export function qrPath(text: string): { size: number; path: string } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 })
  const path = rows
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('')
  return { size: rows.length, path }
}
