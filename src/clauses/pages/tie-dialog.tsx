import { decisionExample } from '../../kernel/decision-reference.ts';
import { keepersOf } from '../../governance/documents/chain/keepers.ts';
import type { DocumentScope } from '../../governance/documents/document.ts';
import type { FollowUpWay } from '../../governance/documents/policy-text/proposal.ts';
import { CheckboxGroup } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { useForm } from '../../ui/form-state.ts';
import { useAct } from '../../ui/hooks.ts';
import { useTexts } from '../../ui/language.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { type Responsible, responsibles } from '../clause.ts';
import type { PolicySentence } from './answers.ts';
import { reasonIn } from './demand-note.tsx';
import { clausePagesTexts, policyTextTexts } from './pages.texts.ts';
import { useResponsible } from './responsible.ts';

type TieProps = {
  readonly versionId: string;
  readonly sentence: PolicySentence;
  /** Every clause there is, in order. */
  readonly clauses: readonly { readonly number: string; readonly title: string }[];
  /** What the document is about: an office of units attests only for its own. */
  readonly scope?: DocumentScope;
  readonly onClose: () => void;
};

interface TieValues {
  readonly strength: 'ska' | 'bor' | '';
  readonly way: FollowUpWay;
  readonly clauses: readonly string[];
  readonly setAsideReason: string;
  readonly setAsideDecision: string;
  readonly responsibleOffice: Responsible | '';
}

/** What has been said of the sentence, else what is proposed. A reason that is a code is put into words. */
function valuesOf(sentence: PolicySentence, noDemand: Readonly<Record<string, string>>): TieValues {
  const { proposal } = sentence;
  const said = sentence.setAsideReason !== null ? 'aside' : sentence.attested ? 'attest' : 'clauses';
  return {
    strength: sentence.demand ?? '',
    way: proposal?.way ?? said,
    clauses: [...sentence.clauses, ...(proposal?.clauses ?? [])],
    setAsideReason: reasonIn(sentence.setAsideReason ?? proposal?.reason ?? '', noDemand),
    setAsideDecision: sentence.setAsideDecision ?? '',
    responsibleOffice: (sentence.responsibleOffice ?? proposal?.office ?? '') as Responsible | '', // it is one of them
  };
}

function inputOf(values: TieValues) {
  const { strength, way, responsibleOffice, setAsideDecision } = values;
  return {
    ...(strength === '' ? {} : { strength }),
    clauses: way === 'clauses' ? [...values.clauses].sort() : [],
    setAsideReason: way === 'aside' ? values.setAsideReason : null,
    setAsideDecision: way === 'aside' && setAsideDecision !== '' ? setAsideDecision : null,
    responsibleOffice: responsibleOffice === '' ? null : responsibleOffice,
    attested: way === 'attest',
  };
}

/** Says how one sentence is followed up: by clauses, by an office's attest every year, or why not at all. */
export default function TieDialog({
  versionId,
  sentence,
  clauses,
  scope = 'organisation',
  onClose,
}: TieProps) {
  const texts = useTexts(clausePagesTexts).tie;
  const { demand, noDemand } = useTexts(policyTextTexts);
  const responsible = useResponsible();
  const tie = useAct('documentVersion.tie');
  const form = useForm({
    initial: valuesOf(sentence, noDemand),
    check: (values) => {
      if (values.way === 'aside' && values.setAsideReason.trim() === '')
        return [{ field: 'setAsideReason', code: 'missing', message: texts.reasonMissing }];
      if (values.way === 'clauses' && values.clauses.length === 0)
        return [{ field: 'clauses', code: 'missing', message: texts.nothingChosen }];
      return [];
    },
    submit: (values, circumstances) =>
      tie.run({
        id: versionId,
        input: { sentence: sentence.number, version: sentence.version, ...inputOf(values) },
        ...circumstances,
      }),
    onSaved: onClose,
  });
  const { way } = form.values;
  const isChosen = new Set([...sentence.clauses, ...(sentence.proposal?.clauses ?? [])]);
  // Only an office that is one can attest for the whole; a body answers for what is measured.
  const offices = way === 'attest' ? keepersOf(scope) : responsibles;
  const ordered = [
    ...clauses.filter((clause) => isChosen.has(clause.number)),
    ...clauses.filter((clause) => !isChosen.has(clause.number)),
  ];
  return (
    <Dialog title={texts.title} isOpen onClose={onClose} size="wide">
      <blockquote className="tie-sentence document" lang="sv">
        {sentence.text}
      </blockquote>
      <Form form={form} submitLabel={texts.save}>
        {sentence.demand === null ? null : (
          <RadioGroup<'ska' | 'bor'>
            {...form.field('strength')}
            label={texts.strength}
            hint={texts.strengthHint}
            options={[
              { value: 'ska', label: demand.ska },
              { value: 'bor', label: demand.bor },
            ]}
          />
        )}
        <RadioGroup<FollowUpWay>
          {...form.field('way')}
          onChange={(value) => form.set('way', value === '' ? 'clauses' : value)}
          label={texts.way}
          options={[
            { value: 'clauses', label: texts.byClauses },
            { value: 'attest', label: texts.byAttest, hint: texts.byAttestHint },
            { value: 'aside', label: texts.setAside },
          ]}
        />
        {way === 'clauses' ? (
          <div className="tie-clauses">
            <CheckboxGroup
              {...form.field('clauses')}
              label={texts.clauses}
              hint={texts.clausesHint}
              options={ordered.map(({ number, title }) => ({ value: number, label: `${number} ${title}` }))}
            />
          </div>
        ) : null}
        {way === 'aside' ? (
          <>
            <TextArea
              {...form.field('setAsideReason')}
              label={texts.reason}
              hint={texts.reasonHint}
              maxLength={500}
            />
            <TextField
              {...form.field('setAsideDecision')}
              label={texts.decision}
              hint={decisionExample}
              isOptional
            />
          </>
        ) : (
          <Select
            {...form.field('responsibleOffice')}
            label={texts.office}
            isOptional={way === 'clauses'}
            options={offices.map((office) => ({ value: office, label: responsible(office) }))}
          />
        )}
      </Form>
    </Dialog>
  );
}
