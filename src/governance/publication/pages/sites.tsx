import { useState } from 'react';
import { ActProblem, isShown } from '../../../registers/information/pages/act-problem.tsx';
import { Button } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { Section } from '../../../ui/page.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { publicationTexts } from '../publication.texts.ts';
import { publicationPagesTexts } from './pages.texts.ts';

/** Which sites may show our pages, and which hosts of the house the check may read; for the administrator to say. */
export function AllowedSites() {
  const texts = useTexts(publicationPagesTexts).sites;
  const { siteKinds } = useTexts(publicationTexts);
  const view = useView('allowedSite.list');
  const end = useAct('allowedSite.end');
  const [isOpen, setOpen] = useState(false);
  const mayAllow = view.data?.mayAllow === true;
  const action =
    mayAllow && !isOpen ? (
      <Button size="small" onClick={() => setOpen(true)}>
        {texts.add}
      </Button>
    ) : undefined;
  return (
    <Section title={texts.title} lead={texts.lead} action={action}>
      {isOpen ? <SiteForm onDone={() => setOpen(false)} /> : null}
      <ActProblem problem={end.problem} />
      <Loaded view={view}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{texts.none}</p>
          ) : (
            <ul className="version-list">
              {items.map(({ id, kind, site, reason }) => (
                <li className="version-row" key={id}>
                  <div>
                    <p className="version-title">
                      {site} <span className="soft">– {siteKinds[kind]}</span>
                    </p>
                    <p className="soft">{reason}</p>
                  </div>
                  {mayAllow ? (
                    <Button
                      size="small"
                      look="quiet"
                      isBusy={end.isRunning}
                      onClick={() => void end.run({ id, input: {} }).catch(isShown)}
                    >
                      {texts.end}
                      <span className="visually-hidden"> {site}</span>
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

function SiteForm({ onDone }: { readonly onDone: () => void }) {
  const texts = useTexts(publicationPagesTexts).sites;
  const { siteKinds } = useTexts(publicationTexts);
  const allow = useAct('allowedSite.allow');
  const initial: { kind: 'embedding' | 'internal' | ''; site: string; reason: string } = {
    kind: 'embedding',
    site: '',
    reason: '',
  };
  const form = useForm({
    initial,
    submit: ({ kind, site, reason }, circumstances) =>
      allow.run({ input: { kind: kind === '' ? 'embedding' : kind, site, reason }, ...circumstances }),
    onSaved: onDone,
  });
  return (
    <Form
      form={form}
      submitLabel={texts.save}
      secondary={
        <Button look="quiet" onClick={onDone}>
          {texts.cancel}
        </Button>
      }
    >
      <RadioGroup
        {...form.field('kind')}
        label={texts.kind}
        options={[
          { value: 'embedding', label: `${siteKinds.embedding}: ${texts.embeddingHint}` },
          { value: 'internal', label: `${siteKinds.internal}: ${texts.internalHint}` },
        ]}
      />
      <TextField {...form.field('site')} label={texts.site} hint={texts.siteHint} />
      <TextArea {...form.field('reason')} label={texts.reason} maxLength={500} />
    </Form>
  );
}
