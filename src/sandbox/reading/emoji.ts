const table = `
white_check_mark ✅ heavy_check_mark ✔️ ballot_box_with_check ☑️ x ❌ negative_squared_cross_mark ❎ heavy_multiplication_x ✖️
warning ⚠️ rotating_light 🚨 fire 🔥 boom 💥 zap ⚡ no_entry ⛔ no_entry_sign 🚫 octagonal_sign 🛑 construction 🚧
red_circle 🔴 large_orange_circle 🟠 large_yellow_circle 🟡 large_green_circle 🟢 large_blue_circle 🔵 large_purple_circle 🟣
white_circle ⚪ black_circle ⚫ large_orange_diamond 🔶 large_blue_diamond 🔷 small_orange_diamond 🔸 small_blue_diamond 🔹
large_red_square 🟥 red_square 🟥 large_orange_square 🟧 large_yellow_square 🟨 large_green_square 🟩 large_blue_square 🟦
white_large_square ⬜ black_large_square ⬛ white_small_square ▫️ black_small_square ▪️
bell 🔔 no_bell 🔕 mega 📣 loudspeaker 📢 speech_balloon 💬 thought_balloon 💭 phone ☎️ telephone_receiver 📞 iphone 📱 email 📧 envelope ✉️ inbox_tray 📥 outbox_tray 📤
calendar 📅 date 📅 spiral_calendar_pad 🗓️ clipboard 📋 memo 📝 pencil 📝 pencil2 ✏️ notebook 📓 page_facing_up 📄 bookmark 🔖 pushpin 📌 round_pushpin 📍 paperclip 📎 link 🔗 lock 🔒 unlock 🔓 key 🔑
chart_with_upwards_trend 📈 chart_with_downwards_trend 📉 bar_chart 📊 mag 🔍 mag_right 🔎 bulb 💡 gear ⚙️ wrench 🔧 hammer 🔨 hammer_and_wrench 🛠️ nut_and_bolt 🔩 toolbox 🧰 package 📦 computer 💻 desktop_computer 🖥️ floppy_disk 💾 battery 🔋 electric_plug 🔌 thermometer 🌡️ droplet 💧 snowflake ❄️ shield 🛡️
alarm_clock ⏰ stopwatch ⏱️ timer_clock ⏲️ hourglass ⌛ hourglass_flowing_sand ⏳ watch ⌚ clock9 🕘 zzz 💤
arrow_up ⬆️ arrow_down ⬇️ arrow_right ➡️ arrow_left ⬅️ arrow_upper_right ↗️ arrow_lower_right ↘️ arrows_counterclockwise 🔄 repeat 🔁 leftwards_arrow_with_hook ↩️ fast_forward ⏩ rewind ⏪ double_vertical_bar ⏸️ arrow_forward ▶️ black_square_for_stop ⏹️
+1 👍 thumbsup 👍 -1 👎 thumbsdown 👎 ok_hand 👌 raised_hands 🙌 clap 👏 pray 🙏 wave 👋 muscle 💪 point_right 👉 point_left 👈 point_up ☝️ point_down 👇 eyes 👀 handshake 🤝
tada 🎉 confetti_ball 🎊 trophy 🏆 medal 🏅 star ⭐ star2 🌟 sparkles ✨ rocket 🚀 dart 🎯 checkered_flag 🏁 triangular_flag_on_post 🚩 heart ❤️ green_heart 💚 broken_heart 💔 100 💯 seedling 🌱 herb 🌿 coffee ☕ sunny ☀️ sunrise 🌅 crescent_moon 🌙 cloud ☁️ umbrella ☔
smile 😄 smiley 😃 grinning 😀 slightly_smiling_face 🙂 wink 😉 thinking_face 🤔 neutral_face 😐 worried 😟 cry 😢 sob 😭 sweat_smile 😅 joy 😂 sunglasses 😎 robot_face 🤖 ghost 👻 see_no_evil 🙈
question ❓ grey_question ❔ exclamation ❗ heavy_exclamation_mark ❗ grey_exclamation ❕ information_source ℹ️ new 🆕 up 🆙 sos 🆘 recycle ♻️ heavy_plus_sign ➕ heavy_minus_sign ➖ wavy_dash 〰️
one 1️⃣ two 2️⃣ three 3️⃣ four 4️⃣ five 5️⃣ six 6️⃣ seven 7️⃣ eight 8️⃣ nine 9️⃣ keycap_ten 🔟 zero 0️⃣
bust_in_silhouette 👤 busts_in_silhouette 👥 technologist 🧑‍💻 mechanic 🧑‍🔧 firefighter 🧑‍🚒 office 🏢 factory 🏭 house 🏠 moneybag 💰 credit_card 💳 wastebasket 🗑️ broom 🧹 soap 🧼 test_tube 🧪 microscope 🔬 label 🏷️ scroll 📜 bug 🐛
laughing 😆 blush 😊 innocent 😇 heart_eyes 😍 star_struck 🤩 kissing_heart 😘 yum 😋 stuck_out_tongue 😛 hugging_face 🤗 shushing_face 🤫 zipper_mouth_face 🤐 face_with_raised_eyebrow 🤨 expressionless 😑 no_mouth 😶 smirk 😏 unamused 😒 face_with_rolling_eyes 🙄 grimacing 😬 relieved 😌 pensive 😔 sleeping 😴 sleepy 😪 mask 😷 face_with_thermometer 🤒 nauseated_face 🤢 sneezing_face 🤧 hot_face 🥵 cold_face 🥶 exploding_head 🤯 partying_face 🥳 nerd_face 🤓 confused 😕 slightly_frowning_face 🙁 open_mouth 😮 hushed 😯 astonished 😲 flushed 😳 pleading_face 🥺 fearful 😨 cold_sweat 😰 disappointed 😞 sweat 😓 weary 😩 tired_face 😫 triumph 😤 rage 😡 angry 😠 skull 💀 clown_face 🤡 alien 👽 poop 💩 hankey 💩 rofl 🤣 upside_down_face 🙃 melting_face 🫠 saluting_face 🫡 face_holding_back_tears 🥹
crossed_fingers 🤞 v ✌️ the_horns 🤘 call_me_hand 🤙 fist 👊 facepunch 👊 raised_hand ✋ hand ✋ vulcan_salute 🖖 writing_hand ✍️ open_hands 👐 point_up_2 👆 ear 👂 brain 🧠 man-shrugging 🤷‍♂️ woman-shrugging 🤷‍♀️ shrug 🤷 face_palm 🤦 man-facepalming 🤦‍♂️ woman-facepalming 🤦‍♀️ raising_hand 🙋 bow 🙇 no_good 🙅 ok_woman 🙆 runner 🏃 walking 🚶 dancer 💃 cop 👮 construction_worker 👷 detective 🕵️ health_worker 🧑‍⚕️ cook 🧑‍🍳 ninja 🥷
yellow_heart 💛 blue_heart 💙 purple_heart 💜 black_heart 🖤 orange_heart 🧡 white_heart 🤍 sparkling_heart 💖 two_hearts 💕 gift 🎁 balloon 🎈 birthday 🎂 cake 🍰 champagne 🍾 beers 🍻 beer 🍺 clinking_glasses 🥂 tea 🍵 pizza 🍕 hamburger 🍔 taco 🌮 doughnut 🍩 cookie 🍪 apple 🍎 banana 🍌 bread 🍞 popcorn 🍿
medal_sports 🏅 first_place_medal 🥇 second_place_medal 🥈 third_place_medal 🥉 crown 👑 gem 💎 ribbon 🎀 bouquet 💐 rose 🌹 sunflower 🌻 four_leaf_clover 🍀 christmas_tree 🎄 evergreen_tree 🌲 deciduous_tree 🌳 cactus 🌵 maple_leaf 🍁 fallen_leaf 🍂 earth_africa 🌍 earth_americas 🌎 globe_with_meridians 🌐 full_moon 🌕 new_moon 🌑 rainbow 🌈 partly_sunny ⛅ rain_cloud 🌧️ thunder_cloud_and_rain ⛈️ tornado 🌪️ ocean 🌊 volcano 🌋 mountain ⛰️
dog 🐶 cat 🐱 mouse 🐭 rabbit 🐰 fox_face 🦊 bear 🐻 panda_face 🐼 tiger 🐯 cow 🐮 pig 🐷 frog 🐸 monkey_face 🐵 hear_no_evil 🙉 speak_no_evil 🙊 chicken 🐔 penguin 🐧 owl 🦉 unicorn_face 🦄 bee 🐝 snail 🐌 turtle 🐢 octopus 🐙 whale 🐳 dolphin 🐬 crab 🦀 elephant 🐘 sloth 🦥 duck 🦆
car 🚗 taxi 🚕 bus 🚌 truck 🚚 articulated_lorry 🚛 tractor 🚜 fire_engine 🚒 ambulance 🚑 police_car 🚓 bike 🚲 train2 🚆 airplane ✈️ helicopter 🚁 ship 🚢 anchor ⚓ fuelpump ⛽ vertical_traffic_light 🚦 bridge_at_night 🌉 hospital 🏥 school 🏫 bank 🏦 hotel 🏨 tent ⛺ world_map 🗺️ compass 🧭
tv 📺 camera 📷 video_camera 📹 microphone 🎤 headphones 🎧 musical_note 🎵 guitar 🎸 video_game 🎮 game_die 🎲 jigsaw 🧩 soccer ⚽ basketball 🏀 art 🎨 clapper 🎬 satellite_antenna 📡 printer 🖨️ keyboard ⌨️ cd 💿 file_folder 📁 open_file_folder 📂 card_index_dividers 🗂️ newspaper 📰 book 📖 books 📚 ledger 📒 receipt 🧾 dollar 💵 euro 💶 money_with_wings 💸 chart 💹 scales ⚖️ scissors ✂️ triangular_ruler 📐 straight_ruler 📏 mailbox 📫 postbox 📮 ballot_box_with_ballot 🗳️ hole 🕳️ ladder 🪜 axe 🪓 magnet 🧲 chains ⛓️ gun 🔫 bomb 💣 crystal_ball 🔮 pill 💊 syringe 💉 stethoscope 🩺 dna 🧬 candle 🕯️ flashlight 🔦 fire_extinguisher 🧯 shopping_trolley 🛒 door 🚪 bed 🛏️ shower 🚿 toilet 🚽 roll_of_paper 🧻 bucket 🪣 sponge 🧽 lotion_bottle 🧴
clock1 🕐 clock2 🕑 clock3 🕒 clock4 🕓 clock5 🕔 clock6 🕕 clock7 🕖 clock8 🕗 clock10 🕙 clock11 🕚 clock12 🕛 mantelpiece_clock 🕰️ infinity ♾️ heavy_division_sign ➗ hash #️⃣ asterisk *️⃣ a 🅰️ b 🅱️ ok 🆗 cool 🆒 free 🆓 ng 🆖 vs 🆚 id 🆔 copyright ©️ registered ®️ tm ™️ bangbang ‼️ interrobang ⁉️ radioactive_sign ☢️ biohazard_sign ☣️ children_crossing 🚸 no_pedestrians 🚷 no_smoking 🚭 wheelchair ♿ parking 🅿️ mute 🔇 speaker 🔈 sound 🔉 loud_sound 🔊 arrow_lower_left ↙️ arrow_upper_left ↖️ arrow_up_down ↕️ left_right_arrow ↔️ arrow_right_hook ↪️ arrows_clockwise 🔃 twisted_rightwards_arrows 🔀 back 🔙 end 🔚 on 🔛 soon 🔜 top 🔝 large_brown_circle 🟤 large_purple_square 🟪 large_brown_square 🟫 small_red_triangle 🔺 small_red_triangle_down 🔻 diamond_shape_with_a_dot_inside 💠 radio_button 🔘 white_square_button 🔳 black_square_button 🔲 white_flag 🏳️ black_flag 🏴 flag-us 🇺🇸 flag-gb 🇬🇧 flag-de 🇩🇪 flag-fr 🇫🇷 flag-es 🇪🇸 flag-it 🇮🇹 flag-ca 🇨🇦 flag-in 🇮🇳 flag-jp 🇯🇵 flag-au 🇦🇺`

const pairs = table.trim().split(/\s+/)
const known = new Map(
  pairs.flatMap((name, index) => (index % 2 === 0 ? [[name, pairs[index + 1] ?? '']] : [])) as [string, string][],
)

const names = new Map([...known].reverse().map(([name, emoji]) => [emoji, name]))

/** Of several names for one emoji, the one it is kept under; undefined for a name that is none. A skin tone stays. */
export function canonicalName(name: string): string | undefined {
  const [stem = '', tone] = name.split('::', 2)
  const emoji = known.get(stem)
  if (emoji === undefined || (tone !== undefined && !/^skin-tone-[2-6]$/.test(tone))) return undefined
  return [names.get(emoji), ...(tone === undefined ? [] : [tone])].join('::')
}

/** Every name that a message or reaction may use; a workspace's own emoji do not exist here. */
export const emojiNames: readonly string[] = [...known.keys()]

export const emojiOf = (name: string): string | null => known.get(name.replace(/::skin-tone-\d$/, '')) ?? null

/** Replaces the shortcodes that are known; the rest stays as written. */
export const withEmoji = (text: string): string =>
  text.replace(/:([a-z0-9_+-]+):/g, (whole, name: string) => emojiOf(name) ?? whole)
