import { ActProblem, isShown } from '../../../registers/information/pages/act-problem.tsx';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { Section } from '../../../ui/page.tsx';
import { chainPagesTexts } from './chain-pages.texts.ts';

type Document = ViewMap['document.record']['answer'];

/** Whether everyone may read the document without an account, and where; its keeper says. */
export function Openness({ document }: { readonly document: Document }) {
  const texts = useTexts(chainPagesTexts).openness;
  const setOpen = useAct('document.setOpen');
  const { id, version, kind, isOpen, publicAddress, may } = document;
  const toggle = () => void setOpen.run({ id, version, input: { isOpen: !isOpen } }).catch(isShown);
  const action =
    may.keep && kind !== 'policy' ? (
      <Button size="small" isBusy={setOpen.isRunning} onClick={toggle}>
        {isOpen ? texts.close : texts.open}
      </Button>
    ) : undefined;
  const lead = kind === 'policy' ? texts.policy : isOpen ? texts.isOpen : texts.isClosed;
  return (
    <Section title={texts.title} lead={lead} action={action}>
      <ActProblem problem={setOpen.problem} />
      {publicAddress !== null ? (
        // A page outside the application: the browser goes there itself.
        <p>
          <a href={publicAddress}>{publicAddress}</a>
        </p>
      ) : isOpen ? (
        <p className="soft">{texts.nothingYet}</p>
      ) : null}
    </Section>
  );
}
