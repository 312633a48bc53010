# shellcheck shell=bash disable=SC1111,SC1112 # French quotes and apostrophes are meant
# The menu of the console. What it does is done by the programs beside it; here are only the questions.

ask() { dialog --stdout --no-shadow --no-tags --backtitle Vivier --ok-label OK --cancel-label "$(say Back Retour)" --yes-label "$(say Yes Oui)" --no-label "$(say No Non)" "$@"; }
show() { ask --msgbox "$1" 0 0; }
sure() { ask --defaultno --yesno "$1" 0 0; }

# Runs a program, shows its last words, whatever they are.
run() {
  local said
  ask --infobox "$(say 'One moment…' 'Un instant…')" 3 30
  if said=$("$@" 2>&1); then
    show "$(tail -n 12 <<<"${said:-OK}")"
  else
    show "$(say 'This did not work:' 'Cela n’a pas fonctionné :')"$'\n\n'"$(tail -n 12 <<<"$said")"
    return 1
  fi
}

menu() {
  local choice
  choice=$(ask --menu "$(say 'What do you want to do?' 'Que voulez-vous faire ?')" 0 0 0 \
    state "$(say 'State of each part' 'État de chaque partie')" \
    key "$(say 'Recovery key' 'Clé de récupération')" \
    owner "$(say "Owner's password" 'Mot de passe du propriétaire')" \
    backup "$(say 'Backup' 'Sauvegarde')" \
    restore "$(say 'Restore a backup' 'Restaurer une sauvegarde')" \
    model "$(say 'Model (Mistral)' 'Modèle (Mistral)')" \
    network "$(say 'Network' 'Réseau')" \
    language "$(say 'Language and keyboard' 'Langue et clavier')" \
    egress "$(say 'Outgoing traffic' 'Trafic sortant')" \
    ssh "$(say 'SSH on or off' 'SSH : activer ou couper')" \
    update "$(say 'Update' 'Mise à jour')" \
    support "$(say 'Support bundle' 'Dossier d’assistance')" \
    reset "$(say 'Factory reset' 'Remise à zéro')" \
    power "$(say 'Shut down or restart' 'Arrêter ou redémarrer')") || return 0
  "menu_$choice"
  put_away
}

menu_state() {
  local said=''
  ask --infobox "$(say 'One moment…' 'Un instant…')" 3 30
  # After a start or a change of language it takes some seconds before anybody answers.
  for _ in $(seq 20); do
    said=$(health | jq -r '.checks[] | (if .state == "ok" then "√ " else "! " end) + .what + (if .advice then "\n    " + .advice else "" end)' 2>/dev/null)
    [ -z "$said" ] || break
    sleep 1
  done
  show "${said:-$(say 'The state can’t be told: restart the machine (menu, “Shut down or restart”).' 'Impossible de connaître l’état : redémarrez la machine (menu, « Arrêter ou redémarrer »).')}"
}

menu_key() {
  local key
  key=$("$HERE/recovery-key" show)
  if [ -z "$key" ]; then
    sure "$(say 'The key was noted and is no longer here. Make a new one? Backups made from now on are for the new key; older ones still need the old one.' \
      'La clé a été notée et n’est plus ici. En faire une autre ? Les prochaines sauvegardes seront pour la nouvelle ; les anciennes demandent toujours l’ancienne.')" || return 0
    "$HERE/recovery-key" new
    key=$("$HERE/recovery-key" show)
  fi
  clear
  printf '  %s\n  %s\n' "$(say 'Without this key no backup can be read. Note it, or photograph it:' \
    'Sans cette clé, aucune sauvegarde n’est lisible. Notez-la ou photographiez-la :')" "$key"
  qrencode -t UTF8 -m 2 -l L "$key"
  printf '  %s' "$(say 'Enter' 'Entrée')"
  read -r
  sure "$(say 'Is it noted? It is then deleted from this machine.' 'Est-elle notée ? Elle sera effacée de cette machine.')" && "$HERE/recovery-key" noted
}

menu_owner() {
  local password
  [ -e "$STATE/ready" ] || { show "$(say 'There is no owner yet.' 'Il n’y a pas encore de propriétaire.')"; return; }
  password=Vivier-$(random_text 8)1
  sure "$(say 'Give the owner of n8n a new password and switch the second factor off?' \
    'Donner un nouveau mot de passe au propriétaire de n8n et couper le second facteur ?')" || return 0
  local email
  email=$(jq -n --arg password "$password" '{$password}' | "$HERE/set-owner" 2>&1) || { show "$email"; return; }
  show "$(say 'Sign in and change it:' 'Connectez-vous, puis changez-le :')"$'\n\n'"$email"$'\n'"$password"
}

menu_backup() {
  local to
  case $(ask --menu "$(say 'Backup' 'Sauvegarde')" 0 0 0 now "$(say 'Make one now' 'En faire une maintenant')" \
    where "$(say 'Where the second copy goes' 'Où va la seconde copie')") in
  now) run "$HERE/backup" ;;
  where)
    to=$(ask --inputbox "$(say 'A folder, a disk (LABEL=BACKUP) or a share (//server/share, server:/path). Empty: none.' \
      'Un dossier, un disque (LABEL=SAUVEGARDE) ou un partage (//serveur/partage, serveur:/chemin). Vide : aucune.')" 0 76 "$(setting VIVIER_BACKUP_TO)") || return 0
    set_local VIVIER_BACKUP_TO "$to"
    case $to in
    //*)
      share_login "$SECRETS/backup-share"
      to=${to#//}
      vivier-egress open backup "${to%%/*}" 445
      ;;
    *:/*) vivier-egress open backup "${to%%:*}" 2049 ;;
    *) vivier-egress close backup ;;
    esac >/dev/null 2>&1
    run "$HERE/backup"
    ;;
  esac
}

# Disks and sticks that are plugged in and that this machine does not use itself.
plug_in() { # FOLDER OPTIONS
  local device
  mkdir -p "$1"
  ! mountpoint -q "$1" || umount "$1"
  while read -r device; do mount -o "$2,nosuid,nodev,noexec" "$device" "$1" 2>/dev/null && return 0; done < <(
    lsblk -rpno NAME,FSTYPE,MOUNTPOINT | awk '$2 ~ /^(vfat|exfat|ntfs|ntfs3|ext[234]|iso9660|udf|xfs|btrfs)$/ && $3 == "" {print $1}')
  return 1
}

# A share of the company: opened in the firewall until the choice is done with.
open_share() {
  local share host
  share=$(ask --inputbox "$(say 'The share: //server/share, or server:/path' 'Le partage : //serveur/partage, ou serveur:/chemin')" 0 60) || return 1
  host=${share#//}
  host=${host%%[/:]*}
  mkdir -p "$RUN/share"
  case $share in
  //*/*)
    share_login "$RUN/share-login"
    vivier-egress open share "$host" 445 && mount -t cifs -o "ro,nosuid,nodev,noexec,credentials=$RUN/share-login" "$share" "$RUN/share"
    ;;
  *:/*) vivier-egress open share "$host" 2049 && mount -t nfs4 -o ro,nosuid,nodev,noexec,soft "$share" "$RUN/share" ;;
  *) false ;;
  esac >"$RUN/share-said" 2>&1 || { show "$(say 'The share could not be opened:' 'Le partage n’a pas pu être ouvert :') $share"$'\n'"$(tail -n 3 "$RUN/share-said")"; return 1; }
}

share_login() { # FILE
  { printf 'username=%s\n' "$(ask --inputbox "$(say 'User of the share' 'Utilisateur du partage')" 0 60)"
    printf 'password=%s\n' "$(ask --insecure --passwordbox "$(say Password 'Mot de passe')" 0 60)"; } | put "$1"
}

# After each entry of the menu nothing stays plugged in or open.
put_away() {
  local folder
  for folder in "$RUN/disk" "$RUN/share"; do ! mountpoint -q "$folder" || umount "$folder"; done
  rm -f "$RUN/share-login" "$RUN/share-said"
  [ ! -e /etc/vivier/egress.d/share ] || vivier-egress close share >/dev/null 2>&1
}

# A file on this machine, on a disk or stick that is plugged in, or on a share.
choose_file() { # PATTERN TITLE
  local list=() path chosen
  plug_in "$RUN/disk" ro
  while true; do
    list=()
    while read -r path; do list+=("$path" "$(basename "$path")  $(date -r "$path" '+%F %H:%M')"); done < <(
      find "$BACKUPS" "$RUN/disk" "$RUN/share" -maxdepth 2 -name "$1" 2>/dev/null | sort -r | head -n 30)
    [ ${#list[@]} -gt 0 ] || list+=(none "$(say "(no $1 here: plug in a disk or stick, then open this again)" \
      "(pas de $1 : branchez un disque ou une clé, puis rouvrez)")")
    chosen=$(ask --menu "$2" 0 0 0 "${list[@]}" share "$(say 'On a share of the company …' 'Sur un partage de l’entreprise…')") || return 1
    case $chosen in
    none) return 1 ;;
    share) open_share || return 1 ;;
    *) break ;;
    esac
  done
  printf '%s\n' "$chosen"
}

# A program that takes its time and says how far it is.
watch() {
  clear
  if "$@"; then printf '\n%s ' "$(say 'Done. Enter' 'Terminé. Entrée')"; else printf '\n%s ' "$(say 'This did not work. Enter' 'Cela n’a pas fonctionné. Entrée')"; fi
  read -r
}

ask_sum() { ask --inputbox "$(say 'Checksum (SHA-256) from where you got the file' 'Somme de contrôle (SHA-256) fournie avec le fichier')" 0 76; }

menu_restore() {
  local archive key code
  archive=$(choose_file 'vivier-*.tar.age' "$(say 'Which backup?' 'Quelle sauvegarde ?')") || return 0
  key=$(ask --inputbox "$(say 'Recovery key (AGE-SECRET-KEY-…), or leave empty: a file recovery-key.txt on the disk or stick.' \
    'Clé de récupération (AGE-SECRET-KEY-…), ou laissez vide : un fichier recovery-key.txt sur le disque ou la clé.')" 0 76) || return 0
  sure "$(say 'Everything on this machine is replaced by the backup. Go on?' 'Tout le contenu de cette machine sera remplacé par la sauvegarde. Continuer ?')" || return 0
  code=$RUN/recovery-key
  [ -n "$key" ] || key=$(cat "$RUN/disk/recovery-key.txt")
  put "$code" <<<"${key^^}"
  run "$HERE/restore" "$archive" "$code"
  shred -u "$code"
}

menu_model() {
  local model file sum
  model=$(setting VIVIER_MODEL)
  case $(ask --menu "$(say 'The model reads what the rules can’t.' 'Le modèle lit ce que les règles ne peuvent lire.')" 0 0 0 \
    pull "$(say 'Download it (4 GB)' 'Le télécharger (4 Go)')" file "$(say 'From a disk, stick or share (.gguf)' 'D’un disque, d’une clé ou d’un partage (.gguf)')" \
    program "$(say 'Ollama itself, when it is missing' 'Ollama lui-même, s’il manque')") in
  pull)
    sure "$(say 'The machine may reach registry.ollama.ai until the download is done. Allow?' \
      'La machine pourra joindre registry.ollama.ai jusqu’à la fin du téléchargement. Autoriser ?')" || return 0
    watch "$HERE/model" pull
    ;;
  file)
    file=$(choose_file '*.gguf' "$model") || return 0
    watch "$HERE/model" file "$file"
    ;;
  program)
    if sure "$(say 'Download it from github.com? “No”: take it from a disk, stick or share.' \
      'Le télécharger de github.com ? « Non » : le prendre sur un disque, une clé ou un partage.')"; then
      watch "$HERE/model" program
    else
      file=$(choose_file 'ollama-linux-amd64.t*' Ollama) || return 0
      sum=$(ask_sum) || return 0
      watch "$HERE/model" program "$file" "$sum"
    fi
    ;;
  esac
}

menu_network() {
  local form
  case $(ask --menu "$(say 'Network' 'Réseau')" 0 0 0 dhcp "$(say 'Automatic (DHCP)' 'Automatique (DHCP)')" fixed "$(say 'Fixed address' 'Adresse fixe')") in
  dhcp) run "$HERE/network" dhcp ;;
  fixed)
    form=$(ask --form "$(say 'Fixed address' 'Adresse fixe')" 0 0 0 \
      "$(say 'Address/prefix' 'Adresse/préfixe')" 1 1 "192.168.1.20/24" 1 20 20 0 \
      "$(say 'Gateway' 'Passerelle')" 2 1 "192.168.1.1" 2 20 20 0 DNS 3 1 "192.168.1.1" 3 20 20 0) || return 0
    mapfile -t form <<<"$form"
    run "$HERE/network" fixed "${form[@]}"
    ;;
  esac
}

menu_language() {
  local chosen layout
  chosen=$(ask --menu "Langue · Language" 0 0 0 fr Français en English) || return 0
  set_local VIVIER_LANGUAGE "$chosen"
  layout=$(ask --menu "$(say Keyboard Clavier)" 0 0 0 fr AZERTY be Belgique ch Suisse ca Canada us QWERTY gb UK) || return 0
  sed -i "s/^XKBLAYOUT=.*/XKBLAYOUT=\"$layout\"/" /etc/default/keyboard
  setupcon -k --force 2>/dev/null
  systemctl restart vivier-health.service
}

menu_egress() {
  local open name
  open=$(vivier-egress list | jq -r '.[] | "\(.name)  \(.host):\(.port)"')
  name=$(ask --menu "$(say 'Open now; everything else is closed. Choose one to close it.' 'Ouvert en ce moment ; tout le reste est fermé. Choisissez-en un pour le fermer.')"$'\n\n'"$open" 0 0 0 \
    mail "$(say 'Mail' 'Courriel')" updates "$(say 'Security updates of Debian' 'Mises à jour de sécurité de Debian')" \
    model "$(say 'Download of the model' 'Téléchargement du modèle')" backup "$(say 'Share for backups' 'Partage des sauvegardes')") || return 0
  sure "$(say "Close “$name”?" "Fermer « $name » ?")" && run vivier-egress close "$name"
}

menu_ssh() {
  if systemctl is-active -q ssh; then
    sure "$(say 'SSH is on. Switch it off?' 'SSH est activé. Le couper ?')" || return 0
    rm -f /etc/vivier/ingress.d/ssh
    systemctl disable --now -q ssh
  else
    sure "$(say 'SSH is off. Switch it on? Keys only, no passwords.' 'SSH est coupé. L’activer ? Par clé seulement, sans mot de passe.')" || return 0
    echo 22 >/etc/vivier/ingress.d/ssh
    systemctl enable --now -q ssh
  fi
  run vivier-egress apply
}

menu_update() {
  local file sum
  case $(ask --menu "$(say Update 'Mise à jour')" 0 0 0 file "$(say 'From a disk, stick or share' 'D’un disque, d’une clé ou d’un partage')" \
    url "$(say 'From an address (https://…)' 'D’une adresse (https://…)')") in
  file) file=$(choose_file 'vivier-update-*.tar' "$(say 'Which update?' 'Quelle mise à jour ?')") || return 0 ;;
  url) file=$(ask --inputbox "$(say 'Address of the update; the machine may reach this server until the download is done.' \
    'Adresse de la mise à jour ; la machine pourra joindre ce serveur jusqu’à la fin du téléchargement.')" 0 76 https://) || return 0 ;;
  *) return 0 ;;
  esac
  sum=
  [ -s /etc/vivier/update-signers ] || sum=$(ask_sum) || return 0
  sure "$(say 'A backup is made first. If Vivier is not well afterwards, the machine goes back by itself. Go on?' \
    'Une sauvegarde est faite d’abord. Si Vivier ne va pas bien ensuite, la machine revient en arrière d’elle-même. Continuer ?')" || return 0
  watch "$HERE/update" "$file" "$sum"
}

menu_support() {
  plug_in "$RUN/disk" rw || { show "$(say 'Plug in a disk or stick first.' 'Branchez d’abord un disque ou une clé.')"; return; }
  run "$HERE/support-bundle" "$RUN/disk/vivier-support-$(date +%Y%m%d-%H%M).tar.gz"
}

menu_reset() {
  local typed word keep=()
  word=$(say RESET EFFACER)
  typed=$(ask --inputbox "$(say "Everything is wiped: candidates, workflows, keys. Type $word to go on." \
    "Tout sera effacé : candidats, workflows, clés. Tapez $word pour continuer.")" 0 70) || return 0
  [ "$typed" = "$word" ] || return 0
  sure "$(say 'Wipe the backups on this machine too?' 'Effacer aussi les sauvegardes de cette machine ?')" || keep=(--keep-backups)
  run "$HERE/factory-reset" --yes "${keep[@]}"
}

menu_power() {
  case $(ask --menu "$(say 'Shut down or restart' 'Arrêter ou redémarrer')" 0 0 0 off "$(say 'Shut down' 'Arrêter')" restart "$(say Restart Redémarrer)") in
  off) systemctl poweroff ;;
  restart) systemctl reboot ;;
  esac
}
