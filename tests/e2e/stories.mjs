// Texts that the tests paste. Nothing in them ever happened.

export const STORM = `Storm leaves 14 dead in Port Alma – Harbour Gazette

PORT ALMA, May 7, 2031 – The storm killed 14 people in Port Alma, Governor Marta Ilves said on Tuesday.

About 2,300 homes in Port Alma are without power, the utility North Grid said. The storm damaged 40 ships in the harbour, according to harbour master Ines Prado.

"We have never seen such waves," Prado told reporters. The city spent $12 million on its sea wall in 2019.
`;

// On the matter of the digests, in figures of its own.
export const KURSK = `North Koreans in Kursk number 9,000, ministry says

KYIV, Nov. 8, 2024 – About 9,000 soldiers from North Korea are now in the Kursk region of Russia, a deputy defense minister said on Friday. President Volodymyr Zelensky had said that 11,000 North Korean soldiers were in the Kursk region.
`;

export const CHINESE = `阿尔马港风暴造成十四人死亡

州长周二表示,风暴在阿尔马港造成14人死亡。电力公司说,约有2300户家庭停电。港务局长说,港口有40艘船受损。
`.repeat(3);

// Unclosed, wrongly nested, with everything that would like to run.
export const SOUP = `<!DOCTYPE html><html><head><title>Storm</title><script>window.ran = 1</script>
<body onload="window.ran = 2"><div><p>The storm killed <b>14 people<i> in Port Alma</b>, the governor said.
<img src="x" onerror="window.ran = 3"><svg onload="window.ran = 4"><iframe src="javascript:parent.ran = 5"></iframe>
<table><tr><td>About 2,300 homes</p> are without power.</div><a href="javascript:window.ran = 6">more</a></p></ul>
<style>* { display: none }</style><p>The harbour was closed &amp; 40 ships were damaged.</article>`;

/** A text of so many bytes, of sentences with figures. */
export function long(bytes) {
  const sentence = "The ferry carried 1,200 passengers to Port Alma on Monday, the harbour master said. ";
  return sentence.repeat(Math.ceil(bytes / sentence.length)).slice(0, bytes);
}

/** An article of so many words, on the matter of the digests. */
export function article(words) {
  const sentences = [
    "President Volodymyr Zelensky said on Thursday that about 11,000 North Korean soldiers are in Russia's Kursk region.",
    "The State Department put the number at more than 10,000, and its spokesman said they were likely to enter combat.",
    "South Korea's Defence Minister Kim Yong-hyun told reporters in Washington that 13,000 troops had been sent by October.",
    "Two officials who asked not to be named said that the first clash left 40 dead on both sides.",
    "Russia denies that any foreign soldiers fight on its side, and a Kremlin spokesman called the reports false.",
    "The soldiers were given uniforms, rifles and 60-mm mortars, according to a ministry in Kyiv, and trained for five weeks.",
    "“We see no sign that they will be kept away from the front,” an analyst at a research group in London wrote.",
    "A treaty that both countries signed in June says that each helps the other if it is attacked.",
  ];
  const text = [];
  for (let at = 0, count = 0; count < words; at += 1) {
    const sentence = sentences[at % sentences.length];
    text.push(sentence);
    count += sentence.split(" ").length;
  }
  return text.map((sentence, at) => sentence + (at % 3 === 2 ? "\n\n" : " ")).join("");
}
