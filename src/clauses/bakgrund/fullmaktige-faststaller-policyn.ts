import { policyInForce } from '../../governance/documents/document.facts.ts';
import { always, clause, shareOf } from '../clause.ts';
import { dutyOf } from '../duty.ts';
import { mending } from '../mending.ts';

const fields = {
  noPolicy: null,
  notCouncil: 'decidedBy',
  noDecision: 'decision',
  notAdjusted: 'adjustedOn',
} as const;

export const councilAdoptsPolicy = clause({
  id: 'bakgrund/fullmaktige-faststaller-policyn',
  number: 'P01',
  section: 'bakgrund',
  strength: 'ska',
  kind: 'computed',
  responsible: 'council',
  // The council alone decides on matters of principle, and its decisions are proven by the adjusted minutes.
  citation: ['KL (2017:725) 5 kap. 1 §', 'KL (2017:725) 5 kap. 69 §'],
  inForceFrom: null,
  title: { sv: 'Fullmäktige fastställer policyn', en: 'The council adopts the policy' },
  demand: {
    sv: 'Kommunfullmäktige ska ha fastställt den policy för informationssäkerhet som gäller.',
    en: 'The information security policy that applies must have been adopted by the municipal council.',
  },
  measured: {
    sv: 'Att det finns en policy som gäller i dag, att den bär fullmäktiges beslut med datum och paragraf, och att protokollet är justerat. Att beslutet har fått laga kraft visas bredvid men krävs inte.',
    en: 'That a policy is in force today, that it carries the council’s decision with date and paragraph, and that the minutes have been approved. Whether the decision can still be appealed is shown beside it but not demanded.',
  },
  reads: ['documents', 'documentVersions', 'appointments'],
  messages: {
    noPolicy: {
      sv: 'Ingen policy gäller i dag. Läs in texten och registrera fullmäktiges beslut.',
      en: 'No policy is in force today. Import the text and record the council’s decision.',
    },
    notCouncil: {
      sv: 'Policyn är inte fastställd av fullmäktige.',
      en: 'The policy was adopted by somebody other than the council.',
    },
    noDecision: {
      sv: 'Beslutet saknar datum eller hänvisning till paragraf och diarienummer.',
      en: 'The decision has no date, or no reference to paragraph and case number.',
    },
    notAdjusted: {
      sv: 'Det saknas uppgift om när protokollet justerades.',
      en: 'The day when the minutes were approved is missing.',
    },
  },
  applies: always,
  findings({ documents, documentVersions, appointments }, today) {
    const policy = policyInForce(documents, documentVersions, today);
    return shareOf(
      [policy],
      () => {
        if (policy === null) return 'noPolicy';
        const { version } = policy;
        if (version.decidedBy !== 'council') return 'notCouncil';
        if (version.decision === null || version.decidedOn === null) return 'noDecision';
        return version.adjustedOn === null || version.adjustedOn > today ? 'notAdjusted' : null;
      },
      (_, message) => ({
        register: policy === null ? 'document' : 'documentVersion',
        recordId: policy?.version.id ?? null,
        recordName: policy?.document.title ?? '',
        field: fields[message],
        ...dutyOf(appointments, 'informationSecurityCoordinator', today),
        unitId: null,
        parameters: {},
        action: policy === null ? mending.importPolicy : mending.adoptPolicy,
      }),
    );
  },
});
