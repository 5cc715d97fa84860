/**
 * A browser that came by https once asks for nothing in the clear for a year (RFC 6797). Name and value of the header;
 * nothing where `publicUrl` is not encrypted, since there it would be ignored.
 */
export const strictTransport = (publicUrl: string): readonly string[] =>
  publicUrl.startsWith('https:') ? ['Strict-Transport-Security', 'max-age=31536000'] : []
