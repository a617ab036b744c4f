/** Words for what is read without a network. */
export const offlineTextsSv = {
  title: 'Du är utan nät',
  since: (moment: string) => `Det här sparades ${moment}. Något kan ha ändrats sedan dess.`,
  plain: 'Det här är det som fanns på enheten. Något kan ha ändrats sedan dess.',
};
