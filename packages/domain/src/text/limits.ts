/** Lengths of a password being chosen, code points (NIST SP 800-63B-4 §3.1.1.2). Apart from the schemas, for who only says them. */
export const PASSWORD_MIN = 15;
export const PASSWORD_MAX = 128;
