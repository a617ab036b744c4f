import { useState } from 'react';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { CheckboxGroup } from '../../../ui/checkbox.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { Page } from '../../../ui/page.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { optionsOf } from '../../../registers/information/pages/options.ts';
import { documentTexts } from '../document.texts.ts';
import { chainPagesTexts } from './chain-pages.texts.ts';
import './documents.css';

type Rule = ViewMap['decidingRule.list']['answer']['items'][number];

/** Which bodies and offices may adopt each kind of document, and why. */
export default function DecidingPage() {
  const texts = useTexts(chainPagesTexts);
  const view = useView('decidingRule.list');
  const [changing, setChanging] = useState<Rule>();
  return (
    <Page
      title={texts.deciding.title}
      lead={texts.deciding.lead}
      breadcrumbs={[{ label: texts.list.title, to: '/styrdokument' }]}
    >
      <Loaded view={view}>
        {({ items, maySet }) => (
          <ul className="version-list">
            {items.map((rule) => (
              <DecidingRow
                key={rule.kind}
                rule={rule}
                onChange={maySet && rule.kind !== 'policy' ? () => setChanging(rule) : undefined}
              />
            ))}
          </ul>
        )}
      </Loaded>
      {changing === undefined ? null : <RuleDialog rule={changing} onClose={() => setChanging(undefined)} />}
    </Page>
  );
}

function DecidingRow({
  rule,
  onChange,
}: {
  readonly rule: Rule;
  readonly onChange: (() => void) | undefined;
}) {
  const texts = useTexts(chainPagesTexts).deciding;
  const words = useTexts(documentTexts);
  return (
    <li className="version-row">
      <div>
        <h2 className="version-title">{words.kinds[rule.kind]}</h2>
        <p>{rule.bodies.map((body) => words.bodies[body]).join(', ')}</p>
        <p className="soft">
          {rule.isOwn
            ? `${texts.own}: ${rule.reason ?? ''}`
            : `${texts.ours}: ${words.decidingReasons[rule.kind]}`}
        </p>
      </div>
      {onChange === undefined ? null : (
        <Button size="small" onClick={onChange} aria-label={texts.changeNamed(words.kinds[rule.kind])}>
          {texts.change}
        </Button>
      )}
    </li>
  );
}

function RuleDialog({ rule, onClose }: { readonly rule: Rule; readonly onClose: () => void }) {
  const texts = useTexts(chainPagesTexts).deciding;
  const words = useTexts(documentTexts);
  const set = useAct('decidingRule.set');
  const initial: { readonly bodies: readonly Rule['bodies'][number][]; readonly reason: string } = {
    bodies: rule.bodies,
    reason: rule.reason ?? '',
  };
  const form = useForm({
    initial,
    submit: ({ bodies, reason }, circumstances) =>
      set.run({ input: { kind: rule.kind, bodies: [...bodies], reason }, ...circumstances }),
    onSaved: onClose,
  });
  return (
    <Dialog title={texts.changeNamed(words.kinds[rule.kind])} isOpen onClose={onClose}>
      <Form form={form} submitLabel={texts.save}>
        <CheckboxGroup
          {...form.field('bodies')}
          label={words.fields.bodies}
          options={optionsOf(words.bodies)}
        />
        <TextArea
          {...form.field('reason')}
          label={words.fields.reason}
          hint={texts.reasonHint}
          maxLength={500}
        />
      </Form>
    </Dialog>
  );
}
