/**
 * Words that passwords are made of most often, folded: by the public top lists, with the words of this field. Digits and
 * signs around them and lookalikes in them are taken off before they are looked up.
 */
const WORDS = `
password passwort passw0rd motdepasse contrasena contraseña senha parola wachtwoord haslo lozinka heslo salasana qwerty
qwertz azerty qwertyuiop qwerty123 asdfghjkl zxcvbnm asdfasdf qazwsx qazwsxedc 1qaz2wsx zaq12wsx 1q2w3e4r 1q2w3e4r5t qweasdzxc
123456 1234567 12345678 123456789 1234567890 987654321 0987654321 11111111 00000000 123123123 112233445566 147258369 159753456 123qweasd
letmein letmeinnow welcome welcomeback welcometo changeme changemenow default guest master administrator admin admin123 root
superuser login signin iloveyou iloveu iloveyou2 loveyou lovely loveme mylove sweetheart babygirl princess angel
angels sunshine shadow flower flowers monkey dragon tiger lion eagle falcon wolf bear panther
cheese butterfly dolphin elephant penguin puppy kitten football baseball basketball soccer hockey tennis golf
cricket rugby liverpool arsenal chelsea barcelona realmadrid manchester manunited juventus superman batman spiderman starwars
pokemon naruto minecraft fortnite matrix trustno1 whatever nothing something anything everything michael michelle jennifer
jessica jordan thomas robert charlie daniel matthew andrew anthony joshua nicole ashley amanda christopher
alexander elizabeth samantha stephanie computer internet samsung google facebook linkedin twitter instagram youtube microsoft
windows macintosh android iphone apple nokia summer winter spring autumn monday friday january february
march april august september october november december secret topsecret private access password1 mypassword thepassword
yourpassword newpassword oldpassword temppassword testpassword testtest test tester testing hello helloworld helloo goodbye goodmorning
goodnight thankyou please blessed jesus jesuschrist godisgood heaven freedom forever together friends family cookie
chocolate pepper banana orange cherry strawberry coffee whiskey vodka pizza burger purple yellow silver
golden diamond crystal rainbow phoenix thunder lightning hunter killer ranger buster soccer1 mustang ferrari
porsche mercedes corvette harley yamaha honda toyota bitcoin ethereum crypto blockchain satoshi hodl tothemoon
metamask wallet mywallet seedphrase privatekey donation crowdfunding kindling campaign asshole fuckyou fuckoff fuckme biteme
bullshit abc123 abcd1234 abcdef abcdefgh a1b2c3d4 aa123456 x1y2z3 qq123456 woaini woaini1314 xiaoming zhangwei correcthorsebatterystaple
correct-horse-battery-staple opensesame open-sesame abracadabra rumpelstiltskin supercalifragilisticexpialidocious newyork london paris berlin california florida texas america
canada australia england germany france brasil mexico argentina colombia india pakistan
`

export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/))
