const table = `
white_check_mark ✅ heavy_check_mark ✔️ ballot_box_with_check ☑️ x ❌ negative_squared_cross_mark ❎ heavy_multiplication_x ✖️
warning ⚠️ rotating_light 🚨 fire 🔥 boom 💥 zap ⚡ no_entry ⛔ no_entry_sign 🚫 octagonal_sign 🛑 construction 🚧
red_circle 🔴 large_orange_circle 🟠 large_yellow_circle 🟡 large_green_circle 🟢 large_blue_circle 🔵 large_purple_circle 🟣
white_circle ⚪ black_circle ⚫ large_orange_diamond 🔶 large_blue_diamond 🔷 small_orange_diamond 🔸 small_blue_diamond 🔹
red_square 🟥 large_red_square 🟥 large_orange_square 🟧 large_yellow_square 🟨 large_green_square 🟩 large_blue_square 🟦
white_large_square ⬜ black_large_square ⬛ white_small_square ▫️ black_small_square ▪️
bell 🔔 no_bell 🔕 mega 📣 loudspeaker 📢 speech_balloon 💬 thought_balloon 💭 phone ☎️ telephone_receiver 📞 iphone 📱 email 📧 envelope ✉️ inbox_tray 📥 outbox_tray 📤
calendar 📅 date 📅 spiral_calendar_pad 🗓️ clipboard 📋 memo 📝 pencil 📝 pencil2 ✏️ notebook 📓 page_facing_up 📄 bookmark 🔖 pushpin 📌 round_pushpin 📍 paperclip 📎 link 🔗 lock 🔒 unlock 🔓 key 🔑
chart_with_upwards_trend 📈 chart_with_downwards_trend 📉 bar_chart 📊 mag 🔍 mag_right 🔎 bulb 💡 gear ⚙️ wrench 🔧 hammer 🔨 hammer_and_wrench 🛠️ nut_and_bolt 🔩 toolbox 🧰 package 📦 computer 💻 desktop_computer 🖥️ floppy_disk 💾 battery 🔋 electric_plug 🔌 thermometer 🌡️ droplet 💧 snowflake ❄️ shield 🛡️
alarm_clock ⏰ stopwatch ⏱️ timer_clock ⏲️ hourglass ⌛ hourglass_flowing_sand ⏳ watch ⌚ clock9 🕘 zzz 💤
arrow_up ⬆️ arrow_down ⬇️ arrow_right ➡️ arrow_left ⬅️ arrow_upper_right ↗️ arrow_lower_right ↘️ arrows_counterclockwise 🔄 repeat 🔁 leftwards_arrow_with_hook ↩️ fast_forward ⏩ rewind ⏪ double_vertical_bar ⏸️ arrow_forward ▶️ black_square_for_stop ⏹️
thumbsup 👍 +1 👍 thumbsdown 👎 -1 👎 ok_hand 👌 raised_hands 🙌 clap 👏 pray 🙏 wave 👋 muscle 💪 point_right 👉 point_left 👈 point_up ☝️ point_down 👇 eyes 👀 handshake 🤝
tada 🎉 confetti_ball 🎊 trophy 🏆 medal 🏅 star ⭐ star2 🌟 sparkles ✨ rocket 🚀 dart 🎯 checkered_flag 🏁 triangular_flag_on_post 🚩 heart ❤️ green_heart 💚 broken_heart 💔 100 💯 seedling 🌱 herb 🌿 coffee ☕ sunny ☀️ sunrise 🌅 crescent_moon 🌙 cloud ☁️ umbrella ☔
smile 😄 smiley 😃 grinning 😀 slightly_smiling_face 🙂 wink 😉 thinking_face 🤔 neutral_face 😐 worried 😟 cry 😢 sob 😭 sweat_smile 😅 joy 😂 sunglasses 😎 robot_face 🤖 ghost 👻 see_no_evil 🙈
question ❓ grey_question ❔ exclamation ❗ heavy_exclamation_mark ❗ grey_exclamation ❕ information_source ℹ️ new 🆕 up 🆙 sos 🆘 recycle ♻️ heavy_plus_sign ➕ heavy_minus_sign ➖ wavy_dash 〰️
one 1️⃣ two 2️⃣ three 3️⃣ four 4️⃣ five 5️⃣ six 6️⃣ seven 7️⃣ eight 8️⃣ nine 9️⃣ keycap_ten 🔟 zero 0️⃣
bust_in_silhouette 👤 busts_in_silhouette 👥 technologist 🧑‍💻 mechanic 🧑‍🔧 firefighter 🧑‍🚒 office 🏢 factory 🏭 house 🏠 moneybag 💰 credit_card 💳 wastebasket 🗑️ broom 🧹 soap 🧼 test_tube 🧪 microscope 🔬 label 🏷️ scroll 📜 bug 🐛`

const pairs = table.trim().split(/\s+/)
const known = new Map(
  pairs.flatMap((name, index) => (index % 2 === 0 ? [[name, pairs[index + 1] ?? '']] : [])) as [string, string][],
)

export const emojiOf = (name: string): string | null => known.get(name.replace(/::skin-tone-\d$/, '')) ?? null

/** Replaces the shortcodes that are known; the rest stays as written. */
export const withEmoji = (text: string): string =>
  text.replace(/:([a-z0-9_+-]+):/g, (whole, name: string) => emojiOf(name) ?? whole)
