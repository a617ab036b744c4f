export const todoTextsSv = { name: 'Att göra', fields: {}, refusals: {}, events: {} };
