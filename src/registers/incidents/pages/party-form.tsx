import { useState } from 'react';
import { type PartyRole, partyRoles, type Sector } from '../../../duties/case-facts.ts';
import { dutyTexts } from '../../../duties/duty.texts.ts';
import type { BodyId, EntityId } from '../../../kernel/ids.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { CheckboxGroup } from '../../../ui/checkbox.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { type FormState, useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { optionsOf } from '../../information/pages/options.ts';
import { UnitField } from '../../information/pages/unit-field.tsx';
import { incidentTexts } from '../incident.texts.ts';
import type { CaseRecord } from './case-record.ts';
import { MomentField, readMoment, shownMoment } from './moment-field.tsx';
import { incidentPagesTexts } from './pages.texts.ts';
import { partyPagesTexts } from './party-pages.texts.ts';

interface Values {
  readonly which: 'body' | 'entity' | '';
  readonly bodyId: string;
  readonly entityId: string;
  readonly roles: readonly PartyRole[];
  readonly sectors: readonly Sector[];
  readonly knowledgeAt: string;
  readonly knowledgeReason: string;
}

/**
 * One that is to be added, with what the triage said of when the municipality knew: mostly the same holds of each, and is not
 * asked twice. Where it is reckoned from the report the triage needs no reason, and a party does: `byReport` says that.
 */
export function newParty(
  { knowledgeAt, knowledgeReason }: Pick<CaseRecord, 'knowledgeAt' | 'knowledgeReason'>,
  byReport: string,
): Values {
  return {
    which: 'body',
    bodyId: '',
    entityId: '',
    roles: ['controller'],
    sectors: [],
    knowledgeAt: shownMoment(knowledgeAt),
    knowledgeReason: knowledgeReason?.trim() === '' ? byReport : (knowledgeReason ?? ''),
  };
}

type Party = ViewMap['incident.duties']['answer']['parties'][number];

/** One that is there already, as the form has it. */
function valuesOf(party: Party): Values {
  const { bodyId, entityId, roles, sectors, knowledgeAt, knowledgeReason } = party;
  return {
    which: bodyId === null ? 'entity' : 'body',
    ...{ bodyId: bodyId ?? '', entityId: entityId ?? '', roles, sectors, knowledgeReason },
    knowledgeAt: shownMoment(knowledgeAt),
  };
}

/** Opens what is said of one of those concerned, to be corrected. */
export function EditParty({ record, party }: { readonly record: CaseRecord; readonly party: Party }) {
  const { party: texts } = useTexts(partyPagesTexts);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" look="quiet" onClick={() => setOpen(true)}>
        {texts.edit}
        <span className="visually-hidden"> {party.name}</span>
      </Button>
      <Dialog title={texts.editTitle(party.name)} isOpen={isOpen} onClose={() => setOpen(false)} size="wide">
        <PartyForm record={record} party={party} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

interface FormProps {
  readonly record: CaseRecord;
  /** The one to be corrected; without it somebody is added. */
  readonly party?: Party;
  readonly onClose?: () => void;
}

/** Says whom the case concerns, in what capacity, and since when it has known. */
export function PartyForm({ record, party, onClose }: FormProps) {
  const { duties: texts } = useTexts(incidentPagesTexts);
  const { party: words } = useTexts(partyPagesTexts);
  const { cancel } = useTexts(incidentPagesTexts).record;
  const { fields } = useTexts(incidentTexts);
  const { roles, sectors } = useTexts(dutyTexts);
  const concern = useAct('incident.concern');
  const form = useForm({
    initial: party === undefined ? newParty(record, words.byReport) : valuesOf(party),
    version: record.version,
    submit: ({ which, bodyId, entityId, knowledgeAt, ...said }, circumstances) =>
      concern.run({
        id: record.id,
        input: {
          ...said,
          roles: [...said.roles],
          sectors: [...said.sectors],
          // Found in their registers.
          bodyId: which === 'body' && bodyId !== '' ? (bodyId as BodyId) : null,
          entityId: which === 'entity' && entityId !== '' ? (entityId as EntityId) : null,
          knowledgeAt: readMoment(knowledgeAt, party === undefined ? record.knowledgeAt : party.knowledgeAt),
        },
        ...circumstances,
      }),
    ...(onClose === undefined ? {} : { onSaved: onClose }),
  });
  return (
    <Form
      form={form}
      submitLabel={party === undefined ? texts.addParty : words.save}
      labels={fields}
      secondary={onClose === undefined ? undefined : <Button onClick={onClose}>{cancel}</Button>}
    >
      {party === undefined ? <WhichParty form={form} /> : null}
      <CheckboxGroup
        {...form.field('roles')}
        label={fields.roles}
        options={partyRoles.map((value) => ({ value, label: roles[value] }))}
      />
      <CheckboxGroup
        {...form.field('sectors')}
        label={fields.sectors}
        isOptional
        options={optionsOf(sectors)}
      />
      <MomentField
        {...form.field('knowledgeAt')}
        label={fields.knowledgeAt}
        hint={party === undefined ? words.knewHint : texts.knowledgeHint}
        isOptional
      />
      <TextField {...form.field('knowledgeReason')} label={fields.knowledgeReason} isOptional />
    </Form>
  );
}

function WhichParty({ form }: { readonly form: FormState<Values> }) {
  const { duties: texts } = useTexts(incidentPagesTexts);
  const { fields } = useTexts(incidentTexts);
  return (
    <>
      <RadioGroup
        {...form.field('which')}
        label={texts.which}
        onChange={(which) => {
          form.set('which', which);
          // What each mostly is: the law on cyber security binds the entity, and that on personal data the body.
          form.set('roles', which === 'entity' ? ['coveredEntity'] : ['controller']);
        }}
        options={[
          { value: 'body', label: fields.bodyId, hint: texts.bodyHint },
          { value: 'entity', label: fields.entityId, hint: texts.entityHint },
        ]}
      />
      {form.values.which === 'entity' ? (
        <UnitField key="entity" {...form.field('entityId')} label={fields.entityId} list="entity.list" />
      ) : (
        <UnitField key="body" {...form.field('bodyId')} label={fields.bodyId} list="body.list" />
      )}
    </>
  );
}
