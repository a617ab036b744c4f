import { decisionExample } from '../../../kernel/decision-reference.ts';
import { addDays } from '../../../kernel/calendar.ts';
import { formatDay, formatLongDate, formatNumber, parseDay } from '../../../kernel/format.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { someOptions } from '../../../registers/information/pages/options.ts';
import { Select } from '../../../ui/select.tsx';
import { isCollegial } from '../deciding/bodies.ts';
import { documentTexts } from '../document.texts.ts';
import { appealDays } from '../legal-force.ts';
import { documentPagesTexts } from './pages.texts.ts';

type Version = ViewMap['documentVersion.record']['answer'];
type Body = Version['bodies'][number];

interface AdoptValues {
  readonly decision: string;
  readonly decidedBy: Body | '';
  readonly inForceFrom: string;
  readonly adjustedOn: string;
  readonly announcedOn: string;
  readonly reviewOn: string;
}

const orNull = (day: string): string | null => (day === '' ? null : day);

/** Records the council's decision to adopt the text. */
export function AdoptSection({ version }: { readonly version: Version }) {
  const texts = useTexts(documentPagesTexts).version;
  const { fields, bodies } = useTexts(documentTexts);
  const language = useLanguage();
  const adopt = useAct('documentVersion.adopt');
  const go = useGo();
  const initial: AdoptValues = {
    decision: '',
    decidedBy: version.bodies.length === 1 ? (version.bodies[0] ?? '') : '',
    inForceFrom: '',
    adjustedOn: '',
    announcedOn: '',
    reviewOn: version.document.reviewOn ?? '',
  };
  const form = useForm({
    initial,
    version: version.version,
    submit: ({ decision, decidedBy, inForceFrom, adjustedOn, announcedOn, reviewOn }, circumstances) =>
      adopt.run({
        id: version.id,
        input: {
          decision,
          // Chosen from the list, or empty and refused with the field named.
          decidedBy: decidedBy as Body,
          inForceFrom,
          adjustedOn: orNull(adjustedOn),
          announcedOn: orNull(announcedOn),
          reviewOn: orNull(reviewOn),
        },
        ...circumstances,
      }),
    onSaved: () =>
      go(version.document.kind === 'policy' ? '/policyn' : `/styrdokument/dokument/${version.documentId}`),
  });
  const isPolicy = version.document.kind === 'policy';
  const open = version.sentences.filter(
    (one) => one.demand !== null && one.clauses.length === 0 && one.setAsideReason === null && !one.attested,
  ).length;
  const { announcedOn, decidedBy } = form.values;
  const isMinuted = decidedBy === '' || isCollegial(decidedBy);
  const isAnnounced = parseDay(announcedOn) !== undefined;
  return (
    <Section title={texts.adopt} lead={isPolicy ? texts.adoptLead : texts.adoptLeadOther}>
      {open === 0 || !isPolicy ? null : (
        <Notice kind="warning" title={texts.openWarning(formatNumber(open, language))} />
      )}
      <Form form={form} submitLabel={texts.adoptSubmit} labels={fields}>
        <TextField
          {...form.field('decision')}
          label={fields.decision}
          hint={texts.decisionHint(decisionExample)}
        />
        {version.bodies.length === 1 ? null : (
          <Select
            {...form.field('decidedBy')}
            label={fields.decidedBy}
            options={someOptions(version.bodies, bodies)}
          />
        )}
        <DateField {...form.field('inForceFrom')} label={fields.inForceFrom} hint={texts.inForceHint} />
        {isMinuted ? (
          <>
            <DateField
              {...form.field('adjustedOn')}
              label={fields.adjustedOn}
              hint={texts.adjustedHint}
              isOptional
            />
            <DateField
              {...form.field('announcedOn')}
              label={fields.announcedOn}
              hint={
                isAnnounced
                  ? texts.legalForce(formatLongDate(addDays(announcedOn, appealDays), language))
                  : texts.announcedHint
              }
              isOptional
            />
          </>
        ) : null}
        <DateField {...form.field('reviewOn')} label={fields.reviewOn} hint={texts.reviewHint} isOptional />
      </Form>
    </Section>
  );
}

/** A decided text whose day has come is brought into force. */
export function BringSection({ version }: { readonly version: Version }) {
  const texts = useTexts(documentPagesTexts).version;
  const language = useLanguage();
  const bring = useAct('documentVersion.bringIntoForce');
  const today = formatDay(new Date().toISOString());
  const day = version.inForceFrom ?? '';
  return (
    <Section title={texts.bring} lead={texts.bringText(formatLongDate(day, language))}>
      {bring.problem === undefined ? null : (
        <Notice kind="danger" isNews>
          {bring.problem.message}
        </Notice>
      )}
      <div>
        <Button
          look="primary"
          isBusy={bring.isRunning}
          disabledReason={day > today ? texts.bringEarly : undefined}
          onClick={() =>
            void bring.run({ id: version.id, version: version.version, input: {} }).catch(() => undefined)
          }
        >
          {texts.bring}
        </Button>
      </div>
    </Section>
  );
}
