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
}

menu_state() { show "$(health | jq -r '.checks[] | (if .state == "ok" then "√ " else "! " end) + .what + (if .advice then "\n    " + .advice else "" end)')"; }

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
    case $to in //*)
      { printf 'username=%s\n' "$(ask --inputbox "$(say 'User of the share' 'Utilisateur du partage')" 0 60)"
        printf 'password=%s\n' "$(ask --insecure --passwordbox "$(say 'Password' 'Mot de passe')" 0 60)"; } | put "$SECRETS/backup-share"
      to=${to#//}
      vivier-egress open backup "${to%%/*}" 445
      ;;
    esac
    run "$HERE/backup"
    ;;
  esac
}

# A file on this machine, or on a disk or stick that is plugged in.
choose_file() { # PATTERN TITLE
  local list=() path device
  mkdir -p "$RUN/disk"
  mountpoint -q "$RUN/disk" && umount "$RUN/disk"
  while read -r device; do mount -o ro,nosuid,nodev,noexec "$device" "$RUN/disk" 2>/dev/null && break; done < <(
    lsblk -rpno NAME,FSTYPE,MOUNTPOINT | awk '$2 != "" && $2 != "swap" && $3 == "" {print $1}')
  while read -r path; do list+=("$path" "$(basename "$path")  $(date -r "$path" '+%F %H:%M')"); done < <(
    find "$BACKUPS" "$RUN/disk" -maxdepth 2 -name "$1" 2>/dev/null | sort -r | head -n 30)
  [ ${#list[@]} -gt 0 ] || { show "$(say "Nothing found: $1. Plug in the disk or stick with the file." "Rien trouvé : $1. Branchez le disque ou la clé avec le fichier.")"; return 1; }
  ask --menu "$2" 0 0 0 "${list[@]}"
}

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
  local model file
  model=$(setting VIVIER_MODEL)
  case $(ask --menu "$(say 'The model reads what the rules can’t.' 'Le modèle lit ce que les règles ne peuvent lire.')" 0 0 0 \
    pull "$(say 'Download it (4 GB)' 'Le télécharger (4 Go)')" file "$(say 'From a disk or stick (.gguf)' 'D’un disque ou d’une clé (.gguf)')") in
  pull)
    sure "$(say 'The machine may reach registry.ollama.ai until the download is done. Allow?' \
      'La machine pourra joindre registry.ollama.ai jusqu’à la fin du téléchargement. Autoriser ?')" || return 0
    clear
    "$HERE/model" pull
    read -rsn 1 -p "$(say 'Enter' 'Entrée')"
    ;;
  file)
    file=$(choose_file '*.gguf' "$model") || return 0
    run "$HERE/model" file "$file"
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
  local file
  file=$(choose_file 'vivier-update-*.tar' "$(say 'Which update?' 'Quelle mise à jour ?')") || return 0
  sure "$(say 'A backup is made first. If Vivier is not well afterwards, the machine goes back by itself. Go on?' \
    'Une sauvegarde est faite d’abord. Si Vivier ne va pas bien ensuite, la machine revient en arrière d’elle-même. Continuer ?')" || return 0
  run "$HERE/update" "$file" "$(ask --inputbox "$(say 'Checksum (SHA-256) from where you got the file' 'Somme de contrôle (SHA-256) fournie avec le fichier')" 0 76)"
}

menu_support() {
  local device
  device=$(lsblk -rpno NAME,RM,FSTYPE,MOUNTPOINT | awk '$3 ~ /^(vfat|exfat|ntfs|ext4)$/ && $4 == "" {print $1; exit}')
  [ -n "$device" ] || { show "$(say 'Plug in a disk or stick first.' 'Branchez d’abord un disque ou une clé.')"; return; }
  mkdir -p "$RUN/stick"
  mount -o nosuid,nodev,noexec "$device" "$RUN/stick" && run "$HERE/support-bundle" "$RUN/stick/vivier-support-$(date +%Y%m%d-%H%M).tar.gz"
  umount "$RUN/stick"
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
