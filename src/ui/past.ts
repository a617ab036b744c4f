/** Views that are only ever of now: the server refuses `asOf` for them (`past: 'none'` in their declarations). */
export const onlyNow = /^(session|account|token|setup)\.|\.choices$|^unit\.preview$|^clauses\.todo$/;
