/** The words of the scale of risk. */
export const riskTextsSv = {
  risk: 'Risk',
  consequence: 'Konsekvens',
  likelihood: 'Sannolikhet',
  levels: { low: 'Låg', medium: 'Medelhög', high: 'Hög', extreme: 'Extremt hög' },
  consequences: { step1: 'Försumbar', step2: 'Måttlig', step3: 'Betydande', step4: 'Allvarlig' },
  likelihoods: {
    step1: 'Mycket sällan (mer sällan än vart tionde år)',
    step2: 'Sällan (högst en gång om året)',
    step3: 'Regelbundet (varje år)',
    step4: 'Ofta (flera gånger om året)',
  },
  figure: (level: string, product: string): string => `${level} (${product} av 16)`,
};
