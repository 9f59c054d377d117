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
  return tokens.map((token, index) => {
    const key = `${index}${token.type}`;
    switch (token.type) {
      case "text":
        return <span key={key}>{token.text}</span>;
      case "link":
        return (
          <a key={key} href={token.href} target="_blank" rel="noopener noreferrer">
            {token.text}
          </a>
        );
      case "code":
        return <code key={key}>{token.text}</code>;
      case "bold":
        return (
          <b key={key}>
            <Tokens tokens={token.tokens} />
          </b>
        );
      case "italic":
        return (
          <i key={key}>
            <Tokens tokens={token.tokens} />
          </i>
        );
      case "strike":
        return (
          <s key={key}>
            <Tokens tokens={token.tokens} />
          </s>
        );
    }
  });
}
