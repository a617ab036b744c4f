export const signinTextsSv = { name: 'Inloggning', refusals: {}, fields: {}, events: {} };
