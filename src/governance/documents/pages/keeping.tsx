import { useState } from 'react';
import { formatLongDate } from '../../../kernel/format.ts';
import { offices } from '../../../kernel/offices.ts';
import { officeTexts } from '../../../people/offices.texts.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Section } from '../../../ui/page.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { documentTexts } from '../document.texts.ts';
import { documentPagesTexts } from './pages.texts.ts';

type Policy = NonNullable<ViewMap['document.policy']['answer']['policy']>;

/** Who keeps the document up to date, and by when it is to be reviewed. */
export function Keeping({ policy }: { readonly policy: Policy }) {
  const texts = useTexts(documentPagesTexts).list;
  const { fields } = useTexts(documentTexts);
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const { document } = policy;
  const words: Readonly<Record<string, string>> = useTexts(officeTexts).offices;
  const action =
    policy.may.keep && !isOpen ? (
      <Button size="small" onClick={() => setOpen(true)}>
        {texts.keep}
      </Button>
    ) : undefined;
  return (
    <Section title={texts.keeping} lead={texts.keepingLead} action={action}>
      {isOpen ? (
        <KeepForm document={document} onDone={() => setOpen(false)} />
      ) : (
        <DefinitionList
          facts={[
            { term: fields.title, value: document.title },
            { term: fields.keeperOffice, value: words[document.keeperOffice] ?? null },
            {
              term: fields.reviewOn,
              value: document.reviewOn === null ? null : formatLongDate(document.reviewOn, language),
            },
          ]}
        />
      )}
    </Section>
  );
}

function KeepForm({
  document,
  onDone,
}: {
  readonly document: Policy['document'];
  readonly onDone: () => void;
}) {
  const texts = useTexts(documentPagesTexts).list;
  const { fields } = useTexts(documentTexts);
  const words = useTexts(officeTexts).offices;
  const keep = useAct('document.keep');
  const form = useForm({
    initial: {
      title: document.title,
      keeperOffice: document.keeperOffice,
      reviewOn: document.reviewOn ?? '',
    },
    version: document.version,
    submit: ({ title, keeperOffice, reviewOn }, circumstances) =>
      keep.run({
        id: document.id,
        input: { title, keeperOffice, reviewOn: reviewOn === '' ? null : reviewOn },
        ...circumstances,
      }),
    onSaved: onDone,
  });
  return (
    <Form
      form={form}
      submitLabel={texts.saveKeep}
      labels={{ title: fields.title, keeperOffice: fields.keeperOffice, reviewOn: fields.reviewOn }}
      secondary={
        <Button look="quiet" onClick={onDone}>
          {texts.cancel}
        </Button>
      }
    >
      <TextField {...form.field('title')} label={fields.title} />
      <Select
        {...form.field('keeperOffice')}
        label={fields.keeperOffice}
        options={offices.map((office) => ({ value: office, label: words[office] }))}
      />
      <DateField {...form.field('reviewOn')} label={fields.reviewOn} hint={texts.reviewHint} isOptional />
    </Form>
  );
}
