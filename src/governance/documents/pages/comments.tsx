import { useState } from 'react';
import { formatLongDate } from '../../../kernel/format.ts';
import { optionsOf } from '../../../registers/information/pages/options.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Section } from '../../../ui/page.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { Tag } from '../../../ui/verdict-mark.tsx';
import { documentTexts } from '../document.texts.ts';
import { chainPagesTexts } from './chain-pages.texts.ts';

type Version = ViewMap['documentVersion.record']['answer'];
type Comment = Version['comments'][number];
type Outcome = NonNullable<Comment['outcome']>;

/** The referral of a version: who was asked, what they said, and what was answered. */
export function CommentsSection({ version }: { readonly version: Version }) {
  const texts = useTexts(chainPagesTexts).referral;
  const language = useLanguage();
  const { referral, comments, may } = version;
  if (referral === null) return null;
  return (
    <Section
      title={texts.title}
      lead={texts.lead(formatLongDate(referral.until, language), referral.asked.join(', '))}
    >
      {referral.message === '' ? null : <p>{referral.message}</p>}
      {comments.length === 0 ? <p className="soft">{texts.noComments}</p> : null}
      <ul className="version-list">
        {comments.map((comment) => (
          <CommentRow
            key={comment.id}
            comment={comment}
            mayAnswer={may.write && (version.state === 'onReferral' || version.state === 'draft')}
          />
        ))}
      </ul>
      {may.comment ? <CommentForm referralId={referral.id} /> : null}
    </Section>
  );
}

function CommentForm({ referralId }: { readonly referralId: string }) {
  const texts = useTexts(chainPagesTexts).referral;
  const { fields } = useTexts(documentTexts);
  const comment = useAct('referral.comment');
  const [round, setRound] = useState(0);
  const form = useForm({
    initial: { place: '', text: '' },
    draftKey: `referral.comment ${referralId} ${round}`,
    submit: (input, circumstances) => comment.run({ id: referralId, input, ...circumstances }),
    onSaved: () => {
      setRound((before) => before + 1);
      form.set('place', '');
      form.set('text', '');
      form.discardDraft();
    },
  });
  return (
    <Form form={form} submitLabel={texts.comment}>
      <TextField {...form.field('place')} label={fields.place} hint={texts.placeHint} isOptional />
      <TextArea {...form.field('text')} label={fields.text} maxLength={4000} />
    </Form>
  );
}

function CommentRow({ comment, mayAnswer }: { readonly comment: Comment; readonly mayAnswer: boolean }) {
  const texts = useTexts(chainPagesTexts).referral;
  const words = useTexts(documentTexts);
  const language = useLanguage();
  const [isAnswering, setAnswering] = useState(false);
  const said = [comment.personName, formatLongDate(comment.commentedOn, language), comment.place];
  return (
    <li className="version-row">
      <div>
        <p className="soft">{said.filter((part) => part !== '').join(' · ')}</p>
        <p lang="sv">{comment.text}</p>
        {comment.outcome === null ? null : (
          <p>
            <Tag>{words.outcomes[comment.outcome]}</Tag> {comment.answer}
          </p>
        )}
        {isAnswering ? <AnswerForm comment={comment} onDone={() => setAnswering(false)} /> : null}
      </div>
      {mayAnswer && !isAnswering ? (
        <Button
          size="small"
          onClick={() => setAnswering(true)}
          aria-label={texts.answerNamed(comment.personName)}
        >
          {comment.outcome === null ? texts.answer : texts.answerAgain}
        </Button>
      ) : null}
    </li>
  );
}

function AnswerForm({ comment, onDone }: { readonly comment: Comment; readonly onDone: () => void }) {
  const texts = useTexts(chainPagesTexts).referral;
  const words = useTexts(documentTexts);
  const answer = useAct('referralComment.answer');
  const form = useForm({
    initial: { outcome: comment.outcome ?? '', answer: comment.answer ?? '' },
    version: comment.version,
    submit: ({ outcome, answer: text }, circumstances) =>
      // Chosen from the list, or empty and refused with the field named.
      answer.run({ id: comment.id, input: { outcome: outcome as Outcome, answer: text }, ...circumstances }),
    onSaved: onDone,
  });
  return (
    <Form
      form={form}
      submitLabel={texts.saveAnswer}
      labels={words.fields}
      secondary={<Button onClick={onDone}>{texts.cancel}</Button>}
    >
      <RadioGroup
        {...form.field('outcome')}
        label={words.fields.outcome}
        options={optionsOf(words.outcomes)}
      />
      <TextArea {...form.field('answer')} label={words.fields.answer} maxLength={4000} />
    </Form>
  );
}
