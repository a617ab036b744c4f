import type { TextsLike } from '../kernel/texts.ts';
import type { riskTextsSv } from './risk.texts.sv.ts';

export const riskTextsEn: TextsLike<typeof riskTextsSv> = {
  risk: 'Risk',
  consequence: 'Consequence',
  likelihood: 'Likelihood',
  levels: { low: 'Low', medium: 'Medium', high: 'High', extreme: 'Extreme' },
  consequences: { step1: 'Negligible', step2: 'Moderate', step3: 'Significant', step4: 'Serious' },
  likelihoods: {
    step1: 'Very rarely (less than every tenth year)',
    step2: 'Rarely (at most once a year)',
    step3: 'Regularly (every year)',
    step4: 'Often (several times a year)',
  },
  figure: (level, product) => `${level} (${product} of 16)`,
};
