import { parseMessageText, type TextToken } from "../../simulator/message-text";

/** WhatsApp's own markup, as the customer sees it. */
export function MessageText({ text }: { text: string }) {
  return (
    <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">
      <Tokens tokens={parseMessageText(text)} />
    </p>
  );
}

function Tokens({ tokens }: { tokens: TextToken[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move
  return tokens.map((token, index) => <Token key={index} token={token} />);
}

function Token({ token }: { token: TextToken }) {
  if (token.type === "text") return token.text;
  if (token.type === "code") return <code>{token.text}</code>;
  if (token.type === "link")
    return (
      <a className="underline" href={token.href} target="_blank" rel="noopener noreferrer nofollow">
        {token.text}
      </a>
    );
  const children = <Tokens tokens={token.tokens} />;
  if (token.type === "bold") return <strong>{children}</strong>;
  return token.type === "italic" ? <em>{children}</em> : <s>{children}</s>;
}
