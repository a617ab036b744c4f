import { type PartyRole, partyRoles, type Sector } from '../../../duties/case-facts.ts';
import { dutyTexts } from '../../../duties/duty.texts.ts';
import type { BodyId, EntityId } from '../../../kernel/ids.ts';
import { CheckboxGroup } from '../../../ui/checkbox.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { optionsOf } from '../../information/pages/options.ts';
import { UnitField } from '../../information/pages/unit-field.tsx';
import { incidentTexts } from '../incident.texts.ts';
import type { CaseRecord } from './case-record.ts';
import { MomentField, readMoment } from './moment-field.tsx';
import { incidentPagesTexts } from './pages.texts.ts';

interface Values {
  readonly which: 'body' | 'entity' | '';
  readonly bodyId: string;
  readonly entityId: string;
  readonly roles: readonly PartyRole[];
  readonly sectors: readonly Sector[];
  readonly knowledgeAt: string;
  readonly knowledgeReason: string;
}

const nobody: Values = {
  which: 'body',
  bodyId: '',
  entityId: '',
  roles: ['controller'],
  sectors: [],
  knowledgeAt: '',
  knowledgeReason: '',
};

/** Says whom the case concerns. One that is there already is corrected by being entered once more. */
export function AddParty({ record }: { readonly record: CaseRecord }) {
  const { duties: texts } = useTexts(incidentPagesTexts);
  const { fields } = useTexts(incidentTexts);
  const { roles, sectors } = useTexts(dutyTexts);
  const concern = useAct('incident.concern');
  const form = useForm({
    initial: nobody,
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
          knowledgeAt: readMoment(knowledgeAt, null),
        },
        ...circumstances,
      }),
  });
  return (
    <Form form={form} submitLabel={texts.addParty} labels={fields}>
      <RadioGroup
        {...form.field('which')}
        label={texts.which}
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
        hint={texts.knowledgeHint}
        isOptional
      />
      <TextField {...form.field('knowledgeReason')} label={fields.knowledgeReason} isOptional />
    </Form>
  );
}
