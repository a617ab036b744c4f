/** Why the sign-in service gave no token. */
export const tokenTextsSv = {
  clientRefused: 'Inloggningstjänsten godtog inte klientens hemlighet. Kontrollera den: den kan ha gått ut.',
  tokenRefused:
    'Inloggningstjänsten gav ingen åtkomsttoken. Kontrollera klientens id, omfånget (scope) och adressen.',
  tokenUnreachable: 'Inloggningstjänsten, som ger åtkomsttoken, svarade inte eller var upptagen.',
  tokenEncryption: 'Inloggningstjänsten, som ger åtkomsttoken, har inget certifikat som går att lita på.',
  tokenUnreadable: 'Det som svarade gav ingen åtkomsttoken. Kontrollera adressen till inloggningstjänsten.',
};
