/** Passwords of ten letters and more that every guesser tries first, here and elsewhere; shorter ones are refused anyway. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
  password12 password123 password1234 password12345 passw0rd123 p@ssw0rd123 p@ssword123 passwordpassword
  1234567890 12345678910 123456789a 123456789q 0123456789 0987654321 1234512345 1122334455 1029384756 123123123123
  1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc qwertyuiop qwerty1234 qwerty12345 qwerty123456 qwertyuiop123 asdfghjkl123
  asdfghjkl; zxcvbnm123 abcd123456 abc1234567 abcdefghij abcdef1234 a123456789 aa12345678 aaaa111111
  iloveyou12 iloveyou123 iloveyou1234 letmein1234 welcome123 welcome1234 admin12345 admin123456 administrator
  administrator1 superadmin superadmin123 changeme123 football123 baseball123 sunshine123 princess123 superman123
  indonesia1 indonesia12 indonesia123 indonesia45 indonesia1945 merdeka1945 bismillah1 bismillah12 bismillah123
  bismillah1234 alhamdulillah alhamdulillah1 subhanallah sayangkamu sayangku123 sayang1234 sayang12345 akusayangkamu
  akucintakamu cintaku123 cinta12345 rahasia123 rahasia1234 rahasia12345 katasandi1 katasandi12 katasandi123
  jakarta123 jakarta1234 bandung123 bandung1234 surabaya12 surabaya123 surabaya1234 malang1234 semarang123
  mobilbekas mobilbekas1 mobilbekas123 jualmobil1 jualmobil123 showroom12 showroom123 showroom1234 showroommobil
  dealer1234 dealermobil toyota1234 toyota12345 honda12345 avanza1234 innova1234 autoleads1 autoleads12 autoleads123
  persebaya1927 persib1933 aremania87 garuda1945 pancasila1 pancasila45 anakjalanan kucing1234 terserah12 terserah123
  tidaktahu1 lupasandi1 lupapassword sandi12345 whatsapp123 facebook123 instagram123 google1234 samsung123 android123
  `
    .trim()
    .split(/\s+/),
);
