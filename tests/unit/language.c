/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <stdlib.h>
#include <stdio.h>
#include <string.h>

#include "language.h"

struct sentence {
	const char *tag, *text;
};

static void
expect(const struct sentence *sentences, size_t count)
{
	const char *got;
	size_t i, wrong = 0;

	for (i = 0; i < count; i++) {
		got = language_detect(text_of(sentences[i].text));
		if (strcmp(got, sentences[i].tag) != 0) {
			print_message("%s taken for %s: %s\n",
			    sentences[i].tag, got, sentences[i].text);
			wrong++;
		}
	}
	assert_int_equal(wrong, 0);
}

#define EXPECT(array) expect(array, sizeof(array) / sizeof((array)[0]))

static void
languages_with_a_lexicon(void **state)
{
	static const struct sentence sentences[] = {
		{"en", "The kettle boils fast but the lid will not close."},
		{"en", "We asked for a quiet table and got one by the door"},
		{"en", "not what i ordered, very dissapointed!!"},
		{"en", "Great!"}, {"en", "love it"}, {"en", "Very good"},
		{"en", "Excellent service"}, {"en", "Works fine"},
		{"en", "waste of money"}, {"en", "soooo goooood"},
		{"ar", "المكان هادئ ومناسب للعائلات لكن الخدمة بطيئة"},
		{"ar", "لم يعجبني الطعام أبدا ولن أطلب منهم ثانية"},
		{"ar", "ممتاز"}, {"ar", "خدمة رائعة"}, {"ar", "تطبيق سيء"},
		{"fa", "غذا گرم بود اما پیک خیلی دیر رسید"},
		{"fa", "این کتاب را به همه دوستانم معرفی کردم"},
		{"fa", "عالی بود"}, {"fa", "خيلي خوب بود"},
		{"fa", "کیفیتش پایینه"},
		{"hr", "Juha je bila topla, a konobarica vrlo ljubazna."},
		{"hr", "Telefon se gasi sam od sebe, vratio sam ga."},
		{"hr", "zvucnici su odlicni, cuje se svaki detalj"},
		{"hr", "Odlično!"}, {"hr", "ne preporučujem"},
		{"hr", "Вратио сам патике јер су ми биле мале."},
		{"hr", "Све похвале за особље!"},
		{"hr", "Njegov ljepši džep i šećer"},
		{"ka", "ტელეფონი კარგია, მაგრამ ბატარეა მალე ჯდება."},
		{"ka", "მადლობა"}, {"ka", "ᲫᲐᲚᲘᲐᲜ ᲙᲐᲠᲒᲘ"},
		{"ka", "Samsung-ის ეკრანი ძალიან მომწონს"},
	};

	(void)state;
	EXPECT(sentences);
}

static void
other_languages(void **state)
{
	static const struct sentence sentences[] = {
		{"de", "Der Wasserkocher ist leise und schnell."},
		{"de", "Leider war das Zimmer nicht geputzt."},
		{"de", "sehr gut"}, {"de", "Schrott, geht zurück"},
		{"es", "La sopa estaba fría y el camarero ni nos miró."},
		{"es", "Llegó antes de lo previsto y funciona perfecto"},
		{"es", "muy bueno"},
		{"fr", "La soupe était froide et le serveur pressé."},
		{"fr", "Je ne rachèterai plus jamais chez eux"},
		{"fr", "très bien"},
		{"it", "La zuppa era fredda e il cameriere maleducato."},
		{"it", "Non lo comprerei mai più, si è rotto subito"},
		{"it", "molto buono"},
		{"pt", "A sopa estava fria e o garçom nem olhou para nós."},
		{"pt", "Chegou antes do prazo e funciona muito bem"},
		{"pt", "muito bom"}, {"pt", "nao gostei"},
		{"nl", "De soep was koud en de ober keek ons niet aan."},
		{"nl", "Ik ben er erg blij mee, werkt prima"},
		{"nl", "heel goed"},
		{"pl", "Zupa była zimna, a kelner nawet na nas nie spojrzał."},
		{"pl", "Przyszło szybko i wszystko działa jak trzeba"},
		{"pl", "bardzo dobry"},
		{"cs", "Polévka byla studená a číšník se na nás nepodíval."},
		{"cs", "Přišlo to rychle a všechno funguje, jak má"},
		{"cs", "velmi dobré"},
		{"sv", "Soppan var kall och servitören tittade inte på oss."},
		{"sv", "Den kom snabbt och allt fungerar som det ska"},
		{"sv", "mycket bra"},
		{"fi", "Keitto oli kylmää eikä tarjoilija katsonut meihin."},
		{"fi", "Paketti tuli nopeasti ja kaikki toimii hyvin"},
		{"fi", "erittäin hyvä"},
		{"hu", "A leves hideg volt, a pincér ránk se nézett."},
		{"hu", "Gyorsan megjött és minden jól működik"},
		{"hu", "nagyon jó"},
		{"ro", "Supa era rece, iar chelnerul nici nu s-a uitat la noi."},
		{"ro", "A ajuns repede și totul merge cum trebuie"},
		{"ro", "foarte bun"},
		{"tr", "Çorba soğuktu, garson bize hiç bakmadı bile."},
		{"tr", "Hemen geldi ve her şey düzgün çalışıyor"},
		{"tr", "çok güzel"},
		{"cy", "Roedd y cawl yn oer ac ni edrychodd neb arnom ni."},
		{"ru", "Суп был холодный, официант на нас даже не взглянул."},
		{"ru", "Пришло быстро, и всё работает как надо"},
		{"ru", "очень хорошо"},
		{"uk", "Суп був холодний, офіціант на нас навіть не глянув."},
		{"uk", "Прийшло швидко, і все працює як треба"},
		{"uk", "дуже добре"},
		{"kk", "Сорпа суық болды, даяшы бізге қараған да жоқ."},
		{"kk", "Тез келді, бәрі жақсы жұмыс істейді"},
		{"kk", "өте жақсы"},
		{"el", "Η σούπα ήταν κρύα"}, {"he", "המרק היה קר"},
		{"hy", "Ապուրը սառն էր"}, {"hi", "सूप ठंडा था"},
		{"th", "ซุปเย็น"}, {"ko", "국물이 차가웠어요"},
		{"ja", "料理が冷たかったです"}, {"zh", "汤是凉的很不好喝"},
	};

	(void)state;
	EXPECT(sentences);
}

/* What the lexicon cannot read must not be taken for what it can. */
static void
neighbours_are_told_apart(void **state)
{
	static const struct sentence sentences[] = {
		{"sl", "Juha je bila mrzla, natakar pa nas sploh ni pogledal, "
		    "zato ne bomo več prišli."},
		{"sk", "Polievka bola studená a čašník sa na nás ani "
		    "nepozrel, už sem neprídeme. Škoda, lebo kedysi tu "
		    "varili veľmi dobre a ľudia boli milí."},
		{"bg", "Супата беше студена, а сервитьорът дори не ни "
		    "погледна, няма да дойдем повече."},
		{"mk", "Супата беше ладна, а келнерот воопшто не нè погледна, "
		    "нема да дојдеме повеќе."},
		{"be", "Суп быў халодны, афіцыянт на нас нават не зірнуў, "
		    "болей мы сюды не прыйдзем."},
		{"az", "Şorba soyuq idi, ofisiant bizə heç baxmadı da, bir "
		    "də gəlməyəcəyik."},
		{"ca", "La sopa era freda i el cambrer ni ens va mirar, no "
		    "hi tornarem mai més."},
		{"ur", "سوپ ٹھنڈا تھا اور بیرے نے ہماری طرف دیکھا تک نہیں"},
		{"id", "Supnya dingin dan pelayannya tidak melihat kami sama "
		    "sekali, tidak akan kembali."},
	};
	static const char *const strange[] = {
		"Zerbitzua oso txarra izan zen eta janaria hotza zegoen",
		"Ngiyabonga kakhulu, isevisi enhle",
		"bezabih yetemeta betam kelal new",
		"Mahsulot sifati juda past, pulimni qaytarib bering",
		"qqqxzj vvwkx",
	};
	size_t i;

	(void)state;
	EXPECT(sentences);
	for (i = 0; i < sizeof(strange) / sizeof(strange[0]); i++)
		if (strcmp(language_detect(text_of(strange[i])), "en") == 0)
			fail_msg("taken for English: %s", strange[i]);
}

/* Arabizi, Finglish and Georgian without a Georgian keyboard; none of these
 * is a sample. */
static void
what_is_typed_in_latin_letters_is_recognised(void **state)
{
	static const struct sentence sentences[] = {
		{"ka", "gushin viyide da dges ukve gafuchda"},
		{"ka", "mimtani uxeshi iyo da didxans velodet"},
		{"ka", "dzalian gemrieli xachapuri"},
		{"ka", "rekomendacias vuwev yvelas"},
		{"ar", "kan lazem a3raf en el mat3am da we7esh"},
		{"ar", "el akel ktir tayeb bas ghali"},
		{"ar", "ma bnsa7kon b hal mat3am abadan"},
		{"ar", "w el delivery et2akhar 3 sa3at"},
		{"fa", "in gooshi kheili khoobe va batrish aalie"},
		{"fa", "dige azashoon kharid nemikonam"},
		{"fa", "hatman dobare sefaresh midam"},
		{"fa", "poshtibanishoon aslan javabgoo nist"},
	};

	(void)state;
	EXPECT(sentences);
}

static void
what_is_no_text_has_no_language(void **state)
{
	static const struct sentence sentences[] = {
		{"und", ""}, {"und", "12345"}, {"und", "5/5 10€"},
		{"und", "😀😀👍🏽❤️"}, {"und", "ok"}, {"und", "!!!"},
		{"und", "აი"}, {"und", "\xF0\x9F\x91"},
		{"und", "\xFF\xFE\x80\x80\xC0\xAF\xED\xA0\x80"},
		{"und", "https://example.org/very/good/service"},
		{"und", "@someone_whose_name_is_long"},
	};

	(void)state;
	EXPECT(sentences);
	assert_string_equal(language_detect((struct text){NULL, 0}), "und");
}

static void
noise_around_a_text_is_ignored(void **state)
{
	static const struct sentence sentences[] = {
		{"hr", "Jako dobro 👍👍👍 https://www.example.com/nice-one "
		    "@verygoodshop 5/5"},
		{"de", "\xFF\xFEsehr gutes Essen\x80 und nette Leute\xC3"},
		{"en", "www.primjer.hr the best shop in this town"},
		{"ar", "اشتريت iPhone 12 من هذا المتجر وهو ممتاز"},
		{"ru", "Купил Galaxy, очень доволен телефоном"},
		{"en", "He said привет and then he walked away from us"},
		{"fr", "Tr\x65\xCC\x80s bon repas et tre\xCC\x80s bon accueil"},
		{"tr", "GÜZEL ÜRÜN, İYİ ÇALIŞIYOR"},
		{"pt", "MUITO BOM, NÃO TENHO DO QUE RECLAMAR"},
		{"ru", "ВСЁ РАБОТАЕТ ХОРОШО"},
	};

	(void)state;
	EXPECT(sentences);
}

/* Every prefix, so that each way of cutting a character is seen; the copy has
 * no byte to spare, for the sanitizer's sake. */
static void
any_bytes_are_safe(void **state)
{
	static const char text[] = "Ač ვე\xF0\x9F\x98\x80 ش @a www. http://\xE1"
	    "\x83 \xF4\x90\x80\x80 İ\xCC\x87";
	uint32_t seed = 1;
	size_t length, i, round;
	char *copy;

	(void)state;
	for (length = 1; length < sizeof(text); length++) {
		copy = malloc(length);
		assert_non_null(copy);
		memcpy(copy, text, length);
		assert_non_null(language_detect((struct text){copy, length}));
		free(copy);
	}
	copy = malloc(5000);
	assert_non_null(copy);
	for (round = 0; round < 200; round++) {
		for (i = 0; i < 5000; i++) {
			seed = seed * 1664525 + 1013904223;
			copy[i] = (char)(seed >> 24);
		}
		assert_non_null(language_detect((struct text){copy, 5000}));
	}
	free(copy);
}

static void
a_long_text_is_judged_by_its_beginning(void **state)
{
	enum { SIZE = 1 << 20 };
	static const char begin[] = "this is the way that they do it here. ";
	static const char rest[] = "dobro je, nije loše, sve je kako treba. ";
	char *text = malloc(SIZE);
	size_t i;

	(void)state;
	assert_non_null(text);
	for (i = 0; i < SIZE; i++)
		text[i] = i < 8192 ? begin[i % (sizeof(begin) - 1)] :
		    rest[i % (sizeof(rest) - 1)];
	assert_string_equal(language_detect((struct text){text, SIZE}), "en");
	memset(text, 'a', SIZE);
	assert_string_equal(language_detect((struct text){text, SIZE}), "und");
	for (i = 0; i < SIZE; i++)
		text[i] = (char)('a' + i % 26);
	assert_non_null(language_detect((struct text){text, SIZE}));
	free(text);
}

static void
declared_tags(void **state)
{
	static const struct { const char *declared, *tag; } tags[] = {
		{"en", "en"}, {"en-US", "en"}, {"PT-br", "pt"},
		{"zh_Hant_TW", "zh"}, {"sr", "hr"}, {"SR-Latn-RS", "hr"},
		{"bs", "hr"}, {"sh", "hr"}, {"cnr", "hr"}, {"hr", "hr"},
		{"iw", "he"}, {"in", "id"}, {"tlh", "tlh"}, {"und", "und"},
		{"", "und"}, {"e", "und"}, {"-en", "und"}, {"en US", "und"},
		{"english language", "und"}, {"1a", "und"}, {"fr.", "und"},
		{"abcdefghij", "und"}, {"fran\xC3\xA7" "ais", "und"},
	};
	char to[LANGUAGE_TAG];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(tags) / sizeof(tags[0]); i++)
		assert_string_equal(language_primary(
		    text_of(tags[i].declared), to), tags[i].tag);
	assert_string_equal(language_primary((struct text){NULL, 0}, to),
	    "und");
}

/* The first words of a long text decide only where they say enough. */
static void
long_texts_are_looked_into(void **state)
{
	static const char *const begins[] = {
		"Samsung Galaxy S21 Ultra 5G 256 GB Dual SIM Phantom Black "
		    "SM-G998B/DS, OLED 6.8 1440x3200 ",
		"1234567890 1234567890 1234567890 1234567890 1234567890 "
		    "1234567890 1234567890 1234567890 1234567890 ",
		"\xF0\x9F\x98\x80 https://example.org/ein/langer/weg/zu/einer/"
		    "seite/mit/vielen/worten/darin/und/noch/mehr ",
		"",
	};
	static const char said[] = "I bought this one for my mother and she "
	    "uses it every day without any trouble, although the battery "
	    "could last longer when she is watching films in the evening.";
	char text[1024];

	(void)state;
	for (size_t i = 0; i < sizeof(begins) / sizeof(begins[0]); i++) {
		snprintf(text, sizeof(text), "%s%s %s", begins[i], said, said);
		assert_string_equal(language_detect(text_of(text)), "en");
	}
	memset(text, 'a', sizeof(text));	/* no blank at all */
	language_detect((struct text){text, sizeof(text)});
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(long_texts_are_looked_into),
		cmocka_unit_test(languages_with_a_lexicon),
		cmocka_unit_test(other_languages),
		cmocka_unit_test(neighbours_are_told_apart),
		cmocka_unit_test(what_is_typed_in_latin_letters_is_recognised),
		cmocka_unit_test(what_is_no_text_has_no_language),
		cmocka_unit_test(noise_around_a_text_is_ignored),
		cmocka_unit_test(any_bytes_are_safe),
		cmocka_unit_test(a_long_text_is_judged_by_its_beginning),
		cmocka_unit_test(declared_tags),
	};

	return cmocka_run_group_tests_name("language", tests, NULL, NULL);
}
