/** Days from the announcement of the minutes until a decision can no longer be appealed (KL 13:5: three weeks). */
export const appealDays = 21;
