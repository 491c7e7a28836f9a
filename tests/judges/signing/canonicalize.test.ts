// libxml2 judges our canonical XML: whole documents in all three forms.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canonicalizationOf, canonicalize } from "../../../src/signing/xml/canonicalize.ts";
import { parseXml } from "../../../src/signing/xml/parse.ts";
import { type JudgeRoom, judgeRoom } from "../../virtual/signing/judge.ts";

const forms = [
  ["--c14n", "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments"],
  ["--c14n11", "http://www.w3.org/2006/12/xml-c14n11#WithComments"],
  ["--exc-c14n", "http://www.w3.org/2001/10/xml-exc-c14n#WithComments"],
] as const;

const documents: readonly string[] = [
  "<a/>",
  '<a  b = "1"\n a="2"   />',
  '<?xml version="1.0" encoding="UTF-8"?><a>&#13;&#10;&amp;&lt;&gt;"\'\t<![CDATA[<b>&amp;]]></a>',
  "<a b='&quot;&#9;&#10;&#13;&lt;&amp;>'>ქართული\r\nტექსტი\rაქ</a>",
  '<a xmlns="urn:1"><b xmlns=""><c xmlns="urn:1"/></b><d xmlns="urn:1"/></a>',
  '<x:a xmlns:x="urn:x" xmlns:y="urn:y" xmlns:z="urn:z"><y:b z:k="1" y:k="2" k="3"/><x:c xmlns:x="urn:other"><x:d/></x:c></x:a>',
  '<a xmlns:n2="urn:a" xmlns:n1="urn:b"><b n1:z="1" n2:y="2" x="3" n2:a="4"/></a>',
  '<a><!-- მინიშნება --><?do  this ?><?empty?><b><!--x--></b></a>',
  '<a xml:lang="ka" xml:space="preserve"> <b xml:lang="en"/> </a>',
  '<a xmlns="urn:d" xmlns:p="urn:d"><p:b/><b xmlns:p="urn:d"/></a>',
  '<a xmlns:b="urn:b"><c xmlns:b="urn:b2"><b:d xmlns:b="urn:b"/></c></a>',
  `<a>${"<b>".repeat(40)}${"</b>".repeat(40)}</a>`,
  '<ა ბ="გ">😀<დ/></ა>',
];

let room: JudgeRoom;
beforeAll(async () => void (room = await judgeRoom()));
afterAll(() => room.close());

describe.each(forms)("xmllint %s", (option, algorithm) => {
  it("writes what we write", async () => {
    const how = canonicalizationOf(algorithm);
    if (!how) throw new Error("unknown");
    for (const [i, text] of documents.entries()) {
      await room.write(`${i}.xml`, text);
      const { stdout, code } = await room.run("xmllint", "libxml2-utils", option, `${i}.xml`);
      expect(code, text).toBe(0);
      expect(new TextDecoder().decode(canonicalize(parseXml(new TextEncoder().encode(text)), how)), text).toBe(stdout);
    }
  });
});
