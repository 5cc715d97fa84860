const inStockholm = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' })

/** Date in Stockholm, so many days from now; before midnight UTC another one than there. */
export const dateIn = (days: number): string => {
  const noon = new Date(`${inStockholm.format(new Date())}T12:00:00Z`)
  noon.setUTCDate(noon.getUTCDate() + days)
  return noon.toISOString().slice(0, 10)
}

/** An hour, UTC, of that day. */
export const hourIn = (days: number, hour = 12): string =>
  `${dateIn(days)}T${String(hour).padStart(2, '0')}:00:00.000Z`
