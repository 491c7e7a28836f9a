// What is abroad, seen from Georgia and from an English text: countries, and the cities that servers and firms are said to be in.
import { spelt } from "./spelt.ts";

export const country = spelt`
  // English
  \b(?:abroad|overseas|(?:another|other|foreign|third|different) (?:country|countries|states?)
    |outside (?:of )?(?:georgia|the (?:country|eu|eea|uk|united|european))
    |\b(?:american|us-based|german|dutch|irish|indian|french|polish|estonian|swiss|finnish|swedish|canadian|israeli|turkish|chinese) (?:company|firm
    |provider|supplier|servers?|business|service)\b|cross(?:es)? the border|(?:country|countries) of destination|destination country|states other than
    |(?:in|to|from|of|,|in:|and) (?:the )?(?:united states|usa|america|canada|germany|france|ireland|netherlands|belgium|finland|sweden|norway|denmark
    |poland|estonia|latvia|lithuania|czech\p{L}*|austria|switzerland|italy|spain|portugal|turkey|israel|india|japan|china|singapore|australia|brazil
    |ukraine|armenia|azerbaijan|luxembourg|south africa|cape town|ohio|nevada|arizona|florida|massachusetts|boston|san francisco|silicon valley
    |los angeles|new zealand|mexico|argentina|chile|philippines|manila|vietnam|thailand|malaysia|indonesia|south korea|korea|egypt|morocco|tunisia|kenya
    |nigeria|serbia|croatia|slovakia|slovenia|malta|cyprus|kazakhstan|russia|moldova|uae|dubai|aarhus|gothenburg|basel|cologne|linz|graz|lyon|barcelona
    |porto|krakow|wroclaw|tartu|kaunas|iceland|hungary|romania|bulgaria|greece|eu|european union|texas|california|oregon|virginia|chicago|seattle
    |new york|toronto|montreal|utrecht|amsterdam|rotterdam|frankfurt|berlin|munich|hamburg|paris|stockholm|helsinki|oslo|copenhagen|warsaw|krak[oó]w
    |prague|vienna|zurich|geneva|tallinn|riga|vilnius|istanbul|bangalore|mumbai|tokyo|sydney|lisbon|madrid|milan|brussels|dublin|gibraltar|malta|cyprus
    |spain|luxembourg|kentucky|mumbai|holland|scotland|wales|england|northern ireland|bermuda|jersey|guernsey|isle of man|cayman islands|minnesota
    |colorado|georgia, usa|washington|utah|hong kong|taiwan|saudi arabia|qatar|belarus|albania|north macedonia|bosnia|monaco|liechtenstein|vilnius|oulu
    |turku|tampere|malmo|innsbruck|salzburg|bursa|leipzig|dresden|cologne|stuttgart|antwerp|ghent|lille|marseille|turin|naples|florence|valencia|seville
    |gothenburg|bergen|aarhus|odense|poznan|lodz|brno|ostrava|ljubljana|zagreb|belgrade|sofia|bucharest|athens|thessaloniki|ankara|izmir|tel aviv|haifa
    |yerevan|baku|bordeaux))\b
  // Georgian
  |საზღვარგარეთ|უცხოეთ(?!იდან|ელ)|დანიშნულების ქვეყ|უცხო ქვეყ(?!ნ\p{L}* (?:მოქალაქ|პირ))
  |(?<!\p{L})(?:ციურიხ|ჟენევ|ბაზელ|მილან|ბარსელონ|ლისაბონ|კოპენჰაგენ|ბუდაპეშტ|ბრატისლავ|ქიოლნ|დუბლინ|ერევან)(?:ში|ის|შია|იდან)
  |სხვა (?:ქვეყ|სახელმწიფო(?!\p{L}* (?:ორგანო|დაწესებ|უწყებ|სტრუქტურ)))
  |ფარგლებს გარეთ|ტრანსსასაზღვრო|ევროკავშირ
  |(?<!\p{L})(?:გერმანი|საფრანგეთ|ირლანდი|ნიდერლანდ|ჰოლანდი|ბელგი|ფინეთ|შვედეთ|ნორვეგი|დანი(?:ა|ის)|პოლონეთ|ესტონეთ|ლატვი|ლიეტუვ|ლიტვ|ჩეხეთ|ავსტრი
    |შვეიცარი|იტალი|ესპანეთ|პორტუგალი|თურქეთ|ისრაელ|ინდოეთ|იაპონი|ჩინეთ|სინგაპურ|ავსტრალი|კანად|ამერიკ|აშშ|უკრაინ|სომხეთ|ბრიტანეთ|ფრანკფურტ|ბერლინ
    |ვენა(?:ში|შია)|ვენის(?!\p{L})|ამსტერდამ|როტერდამ|დუბლინ|ვარშავ|ტალინ|ვილნიუს|რიგა(?:ში|შია)|პრაღა|სტამბოლ|ლონდონ|პარიზ|ვილნიუს|ტრაპიზონ|ლუქსემბურგ|ჰაიფა|კანად
    |ბრიუსელ|აზერბაიჯან|ბაქო(?!\p{L}{3})|ყაზახეთ|რუსეთ|უნგრეთ|რუმინეთ|ბულგარეთ|საბერძნეთ|კვიპროს|მალტა(?:ზე|ში)|ემირატ|დუბა|მოლდოვ|ოსლო|მიუნხენ|ჰამბურგ
    |ანკარა|თელ-ავივ|იორდანი|სერბეთ|ხორვატი|სლოვენი|სლოვაკეთ|მადრიდ|რომში|ათენ|ბუქარესტ|სოფია(?:ში)|სტოკჰოლმ|ჰელსინკ|შოტლანდი|ბურსა|ინსბრუკ|ვილნიუს
    |ინგლის|უელს|ბერმუდ|ლაიფციგ|ზალცბურგ|ტარტუ|ციურიხ|ჟენევ|ბაზელ|ჰელსინკ|ქიოლნ|დრეზდენ|ნიურნბერგ|კრაკოვ|გდანსკ|ბრნო|ზაგრებ|ლიუბლიან|სელანიკ|ბარსელონ|ლისაბონ
    |მილან|ნეაპოლ|ფლორენცი|ოდეს|კიევ|ერევან|ჰონგ-?კონგ|ბელარუს)\p{L}*
`;
