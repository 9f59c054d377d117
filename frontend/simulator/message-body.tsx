import { parseMessageText, type TextToken } from "./message-text";

/** The words of a message, with an invisible tail that keeps the last line clear of the time. */
export function MessageText({ text }: { text: string }) {
  return (
    <p className="bubble-text">
      <Tokens tokens={parseMessageText(text)} />
      <span className="bubble-meta-room" aria-hidden="true" />
    </p>
  );
}

function Tokens({ tokens }: { tokens: TextToken[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, which never changes
  return tokens.map((token, index) => <Token key={index} token={token} />);
}

function Token({ token }: { token: TextToken }) {
  if (token.type === "text") return token.text;
  if (token.type === "code") return <code>{token.text}</code>;
  if (token.type === "link") {
    return (
      <a href={token.href} target="_blank" rel="noopener noreferrer">
        {token.text}
      </a>
    );
  }
  const Mark = MARKS[token.type];
  return (
    <Mark>
      <Tokens tokens={token.tokens} />
    </Mark>
  );
}

const MARKS = { bold: "b", italic: "i", strike: "s" } as const;
