/** An e-mail address as it is stored and compared: trimmed, lower case, composed. */
export const normaliseEmail = (email: string): string => email.normalize('NFC').trim().toLowerCase();
