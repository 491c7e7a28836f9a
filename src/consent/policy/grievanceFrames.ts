// How the person may fight what is done with their data, said by what is done and to whom. See frames.ts.
import { frame, type Frame } from "./frames.ts";
import { spelt } from "./spelt.ts";

export const grievanceFrames: readonly Frame[] = [
  frame("objection", spelt`
    // English
    \b(?:object(?:s|ion|ions|ed|ing)?|opposed|protest|oppose|disagree with|dispute (?:our|the) (?:use|processing))\b
    |\bopposition\b|\b(?:are|be|is) against\b
    // Georgian
    |შეეწინააღმდეგ|წინააღმდეგობ|შეპასუხ|პროტესტ|წინააღმდეგი ხართ|გააპროტესტ|გაპროტესტ|ეწინააღმდეგ|შესაგებელ
    |წინააღმდეგი (?:იყო|იქნებ|ვარ|ხარ)
  `,
    spelt`
      // English
      \b(?:you|may|can|right|free|use|using|processing|counted|profil\p{L}*|interests?|reasons?|like|think|study|data)\b
      |\bour using\b|\bthe use of (?:your|his|her|my)\b|\bbeing used\b|\bbeing counted\b
      // Georgian
      |დამუშავ|გამოყენ|უფლება|შეგიძლ|მონაცემ|ინტერეს|წინააღმდეგობის|ხართ|წამოაყენ|შესაგებ|თქვენი მონაცემ|იყოთ|იქნებით
    `),
  frame("complaint", spelt`
    // English
    \b(?:complain(?:s|t|ts|ing)?|report us|turn to|take (?:it|the matter|this|your case) (?:up )?(?:to|with|further)|bring (?:the matter|it) before
      |raise (?:it|the matter|a concern) with|watchdog|go to|contact|write to|appeal|lodge|apply to|speak to|grumbles?|matter before|take it up|lay
      |are open to)\b
    |\b(?:raised? (?:it |the matter |this )?with|take (?:it|this) to)
    |\btakes complaints\b|\btake it up\b|\bspeak (?:with|to)\b|\bhears complaints\b|\bgo to mr\b|\bgo to (?:mr|ms|mrs)\b
    |\bwill hear you\b|\bgrievances?\b|\bhears? (?:complaints|grievances|you)\b|\btakes? (?:up )?(?:complaints|grievances)\b
    |\bgoes? to\b
    // Georgian
    |პრეტენზი|საწყენი|წარედგინ|წარუდგენ|საჩივარ|მიმართავს|უსაყვედურ|საჩივ|იჩივლ|უჩივლ|შეგვიჩივლ|ჩივილ|გაასაჩივრ|გასაჩივრ
    |მიმართ(?:ოთ|ეთ|ოს|ავთ|ვა)|მიმართვა|მიმართე(?!\p{L})|საჩივარი (?:\p{L}+ )?განიხილ|საჩივრისთვის|უკმაყოფილო|წერს|მომჩივან
    |მიჩივლ|ეთიკის კომისი|საჩივრებს განიხილ|შევიტანო|საჩივარი შემიძლია|გისმენთ|მოგისმენს|იღებს საჩივ|საჩივარს იღებს
  `,
    spelt`
      // English
      \b(?:data|privacy|information) (?:protection )?(?:\p{L}+ )?(?:commission\p{L}*|authority|agency|service|watchdog|inspector\p{L}*|office|regulator
        |ombudsman)\b
      |\bcommissioner\b|\bico\b|\bwatchdog\b|\bsupervis\p{L}*\b|\bregulator\b|\bombudsman\b|\bpersonal data protection\b
      |\bhow (?:we|your|it|they)['’]?(?:ve)? (?:\p{L}+ ){0,2}(?:handle|handled|treat|treated|use|used|data|information)\b
      |\babout (?:how|what we|the use|our use|your data|privacy)\b|\bmishandled\b|\bfirst to us\b
      |\b(?:data protection|privacy) (?:commission|commissioner|officer|lead)\b
      |\battorney general\b|\bdata protection authority\b|\bpractice manager\b|\bethics committee\b|\bmisuses?\b
      |\bdata protection officer\b|\bpersonal data protection service\b|\bgrievances? about your data\b
      |\bdata protection (?:officer|commissioner|authority|service)\b
      // Georgian
      |მონაცემთა დაცვ|პირადი მონაცემ|ზედამხედველ|ინსპექტორ|პერსონალურ მონაცემ|სამსახურს? ?(?:ში)?(?!\p{L})|ჩვენთან|შეგვიჩივლ
      |უფროს|დირექტორ|ორგანიზატორ|გამგეობ|ხელმძღვანელ|რედაქცი|საჩივარი განიხილ|საჩივრით|დაცვის ოფიცერ|პერსონალურ მონაცემთა
      |მონაცემთა დაცვის|ეთიკის კომისი|უფლებების ოფიცერ|დამცველ|დაცვის სამსახურ
    `),
  frame("court", String.raw`\b(?:courts?(?! tax)|judges?|sue|lawsuit|to law|litigat\p{L}*|tribunal|judicial)\b|სასამართლო|სარჩელ|მოსამართლ|\bsuing\b|\bfrom suing\b`, spelt`
    // English
    \b(?:you|your|may|can|right|sue|take|go|turn|apply|judge|before|appeal|bring|i|remedy)\b
    |(?:challeng|appeal|proceed)|\bstops you\b|\bfree to\b
    // Georgian
    |მიმართ|საჩივრდ|ღიაა|მისვლ|უფლებ|შეგიძლ|შეუძლ|უჩივლ|იჩივლ|გაასაჩივრ|გასაჩივრ|შეიტან|იდავ
  `),
];
