import { useState } from "react";
import type { FillTarget } from "./guide";
import { PhoneIcon } from "./icons";
import { ROLE_NAMES } from "./phone-setup";
import { STORIES, type Story, type StoryId } from "./stories";
import { useSamplePhotos } from "./use-sample-photos";

type StoryListProps = {
  showroomCount: number;
  /** The one the phones are set up for. */
  told: StoryId;
  onTell(story: StoryId): void;
  onFill: FillTarget;
};

/** The stories to choose from; the chosen one has its steps open. */
export function StoryList({ showroomCount, told, onTell, onFill }: StoryListProps) {
  const [round, setRound] = useState(0);
  const stories = STORIES.filter(({ id }) => id !== "showrooms" || showroomCount > 1);

  function tell(story: StoryId): void {
    setRound(round + 1);
    onTell(story);
  }

  return (
    <ul className="stories">
      {stories.map((story) => {
        const isTold = story.id === told;
        return (
          <li key={story.id} className="story" data-told={isTold}>
            <button type="button" className="story-title" aria-expanded={isTold} onClick={() => tell(story.id)}>
              <b>{story.title}</b>
              <span>{story.summary}</span>
            </button>
            {isTold && <StorySteps key={round} story={story} onFill={onFill} onRestart={() => tell(story.id)} />}
          </li>
        );
      })}
    </ul>
  );
}

type StoryStepsProps = { story: Story; onFill: FillTarget; onRestart(): void };

function StorySteps({ story, onFill, onRestart }: StoryStepsProps) {
  const [next, setNext] = useState(0);
  const samples = useSamplePhotos();

  async function play(index: number): Promise<void> {
    const step = story.steps[index];
    if (!step) return;
    const photos = step.text === undefined ? await samples.load() : [];
    if (step.text === undefined && photos.length === 0) return;
    onFill(step, step.text === undefined ? { photos } : { text: step.text });
    setNext(index + 1);
  }

  return (
    <>
      <ol className="steps">
        {story.steps.map((step, index) => (
          <li key={step.outcome} data-done={index < next} data-next={index === next}>
            <button type="button" data-role={step.role} onClick={() => void play(index)}>
              <span className="step-number" aria-hidden="true">
                {index < next ? <PhoneIcon name="check" className="size-4" /> : index + 1}
              </span>
              <span className="min-w-0">
                <b>{step.label}</b>
                <span className="step-outcome">
                  <span className="step-who">{ROLE_NAMES[step.role]}:</span> {step.outcome}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ol>
      <p role="status" className="story-note">
        {samples.note}
      </p>
      <button type="button" className="story-restart" onClick={onRestart}>
        Mulai lagi dengan pelanggan baru
      </button>
    </>
  );
}
