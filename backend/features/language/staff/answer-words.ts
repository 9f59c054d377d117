/** Alternatives for the patterns of short answers, in plain words. */
export const yes =
  "ya|iya|y|iyo|yes|yess|iyes|yoi|yup|yap|yep|oke|ok|okay|sip|siap|benar|betul|bener|setuju|gas|gaskan|gaskeun|gaspol|lanjut|lanjutkan|inggih|nggih|boleh|deal|jadi|approve|approved|acc|confirm|konfirmasi|publish|posting|live|mantap|cocok|pas|sudah benar|he eh|sah|yakin|oce|yuk|ayo|monggo|silakan|silahkan|laksanakan|proses|iye";

export const no = "tidak|jangan|no|nope|belum|ora|enggak|bukan|dudu|mboten|sanes|ogah|emoh|salah|keliru|lain|nanti|n|t";

/** What may follow an answer without changing it. */
export const trailing =
  "dulu|saja|ya|aja|bos|bosku|kak|min|mas|mbak|pak|bu|bapak|ibu|om|gan|cak|lur|deh|dong|sih|kok|lah|nih|itu|ini|yang|lain|nya|sekarang|ae|wae|lho|lo|kan|oke|ok|sip|siap|terima kasih|makasih|maaf|sorry";

export const skipping =
  "skip|lewati|lewat|lewatkan|lewatin|kosong|kosongkan|tidak ada|tidak usah|tidak perlu|tidak punya|nanti|nihil|nope|no|pas|pass|nol|0|belum ada|belum|-|none|tanpa|abaikan|lompati|lompat|next|lanjut|lanjutkan|terus|n a|selesai|sudah|cukup|itu saja|nanti menyusul|menyusul|nyusul";

export const finished =
  "selesai|sudah|done|lanjut|lanjutkan|beres|cukup|finish|rampung|komplit|lengkap|itu saja|itu doang|cuma itu|hanya itu|segitu|sekian|oke|ok|next|wes|kelar|tuntas|habis|mari|semua sudah|sampun|itu|terus|gas|sip|ya|iya|yuk|ayo";

/** A salesperson who has no time now. */
export const busy =
  "sibuk|libur|cuti|penuh|sakit|izin|ijin|off|repot|riweuh|meeting|rapat|makan|nyetir|jalan|perjalanan|keluar|luar|test drive|tes drive|antar|ngantar|mengantar|nganter|kirim|pulang|tidur|istirahat|closing|handle|pegang|layani|melayani|ngurus|urus|kerjaan|acara|rumah sakit|bengkel|samsat|di|ada|banyak|dengan|sama";
