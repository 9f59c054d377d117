import { useState } from "react";
import { AddPhone } from "./add-phone";
import { ConversationStrip } from "./conversation-strip";
import { fillTarget } from "./fill-target";
import { followedChat } from "./followed-chat";
import { Guide } from "./guide";
import { findShowroom } from "./people";
import { Phone } from "./phone";
import type { PhoneId } from "./phone-setup";
import { PhoneTabs } from "./phone-tabs";
import { TopBar } from "./top-bar";
import { useDeviceChats } from "./use-device-chats";
import { useDrafts } from "./use-drafts";
import { GUIDE, MOST_PHONES, useScene } from "./use-scene";
import { useUnread } from "./use-unread";
import type { WorldView } from "./world-view";

type StageProps = { world: WorldView; tick: number; isConnected: boolean };

/** All phones of the page, the guide beside them, and what ties them together. */
export function Stage({ world, tick, isConnected }: StageProps) {
  const scene = useScene(world);
  const drafts = useDrafts();
  const unread = useUnread(scene.phones);
  const [isGuideShown, setGuideShown] = useState(true);
  const { phones, current } = scene;
  const followed = followedChat(world, scene.byRecency);
  const chats = useDeviceChats(followed?.device ?? null, tick);
  const chat = chats?.find(({ phone }) => phone === followed?.number) ?? null;
  const showroom = findShowroom(world, followed?.device ?? "");
  const isOneShowroom = phones.every(({ device }) => findShowroom(world, device) === showroom);
  const fill = fillTarget(world, scene, drafts, followed && chat && { device: followed.device, chat });

  function remove(id: PhoneId): void {
    const neighbour = scene.remove(id);
    if (neighbour) drafts.fill(neighbour, {});
  }

  return (
    <div className="simulator" data-guide={current === GUIDE} data-guide-shown={isGuideShown}>
      <TopBar isConnected={isConnected} isGuideShown={isGuideShown} onGuide={setGuideShown}>
        <AddPhone
          world={world}
          phones={phones}
          device={scene.byRecency[0]?.device ?? ""}
          isFull={phones.length >= MOST_PHONES}
          onAdd={(phone) => {
            scene.add(phone);
            drafts.fill(phone.id, {});
          }}
        />
      </TopBar>
      <PhoneTabs world={world} phones={phones} current={current} unreadOf={unread.of} onChoose={scene.hold} />
      <main className="simulator-stage">
        <Guide world={world} story={scene.story} onStory={scene.tell} onFill={fill} />
        <div className="stage-main">
          <ConversationStrip chat={chat} city={isOneShowroom ? null : (showroom?.city ?? null)} />
          <div className="phones">
            {phones.map((phone) => (
              <Phone
                key={phone.id}
                phone={phone}
                world={world}
                tick={tick}
                isCurrent={current === phone.id}
                draft={drafts.draftOf(phone.id)}
                focusRequest={drafts.focusRequestOf(phone.id)}
                unreadCount={unread.of(phone.id)}
                onHold={() => scene.hold(phone.id)}
                onChange={scene.change}
                onRemove={phones.length > 1 ? () => remove(phone.id) : null}
                onDraft={(draft) => drafts.setDraft(phone.id, draft)}
                onFill={(text) => drafts.fill(phone.id, { text })}
                onUnread={(count) => unread.report(phone.id, count)}
              />
            ))}
          </div>
        </div>
      </main>
    </div>
  );
}
