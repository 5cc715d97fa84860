/** A start is refused: what the ledger says has to be decided on by whoever runs Torg. The message says how. */
export class LedgerFault extends Error {
  override name = 'LedgerFault'
}
