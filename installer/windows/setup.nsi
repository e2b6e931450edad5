; The installer for Windows 10 and 11, x64. Built by `python -m installer.windows`, which gives:
;   VERSION  NUMBERS (a.b.c.d)  PROGRAM (folder to install)  STARTER  ICON  PRACTICE_ICON  LICENCE  OUTFILE  [QUICK]
; Decided in docs/decisions/0035-the-windows-installer.md.
Unicode true
Target amd64-unicode
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel admin
!ifdef QUICK
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
!endif

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WinVer.nsh
!include WordFunc.nsh
!include x64.nsh
!include Win\COM.nsh
!include Win\Propkey.nsh

!define FOLDER "counter-app"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${FOLDER}"
!define OLDEST_BUILD 17763

; What an unattended installation answers, beside 0.
!define CODE_STOPPED 2
!define CODE_WINDOWS 10
!define CODE_RUNNING 11
!define CODE_RIGHTS 12
!define CODE_NEWER 13
!define CODE_DISK 14

Name "$(Product)"
OutFile "${OUTFILE}"
InstallDir "$PROGRAMFILES64\${FOLDER}"
BrandingText "counter-app ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TEXT "$(Welcome)"
!define MUI_FINISHPAGE_TEXT "$(Finished)"
!define MUI_FINISHPAGE_NOREBOOTSUPPORT
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"
!include "texts.nsh"

VIProductVersion "${NUMBERS}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "ProductName" "Quầy một cửa (counter-app)"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "FileDescription" "Bộ cài đặt Quầy một cửa"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "CompanyName" "counter-app"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "LegalCopyright" "Apache License 2.0"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "OriginalFilename" "counter-app-${VERSION}-x64.exe"

Var Home    ; the data of this PC's counter, in ProgramData
Var Practice ; what the training mode makes up, beside it
Var Told    ; file that an unattended installation writes its words into
Var Group   ; who may write the data: an account or a SID with *
Var Patience ; seconds in which a running program may still end

; Says why not, in a window or in the file, and leaves with CODE.
!macro Refuse WORDS CODE
  Push `${WORDS}`
  Call ${UN}Tell
  SetErrorLevel ${CODE}
  Quit
!macroend

!macro Common UN
; Text on the stack: shown to who sits there, written down for who does not.
Function ${UN}Tell
  Exch $0
  Push $1
  MessageBox MB_OK|MB_ICONSTOP "$0" /SD IDOK
  ${If} ${Silent}
    ClearErrors
    FileOpen $1 $Told w
    ${IfNot} ${Errors}
      FileWriteUTF16LE /BOM $1 "$0$\r$\n"
      FileClose $1
    ${EndIf}
  ${EndIf}
  Pop $1
  Pop $0
FunctionEnd

; A file that a running program has loaded can't be opened for writing, whoever runs it.
; /WAIT=SECONDS: `counter-app update install` is such a program itself, and ends right away.
Function ${UN}RefuseWhileRunning
  ${If} ${FileExists} "$INSTDIR\program\python\python313.dll"
    StrCpy $Patience 0
    ${GetParameters} $0
    ClearErrors
    ${GetOptions} $0 "/WAIT=" $1
    ${IfNot} ${Errors}
      IntOp $Patience $1 + 0
    ${EndIf}
    ${Do}
      ClearErrors
      FileOpen $0 "$INSTDIR\program\python\python313.dll" a
      ${IfNot} ${Errors}
        FileClose $0
        Return
      ${EndIf}
      ${If} $Patience <= 0
        !insertmacro Refuse "$(IsRunning)" ${CODE_RUNNING}
      ${EndIf}
      IntOp $Patience $Patience - 1
      Sleep 1000
    ${Loop}
  ${EndIf}
FunctionEnd

Function ${UN}Begin
  SetShellVarContext all
  SetRegView 64
  StrCpy $Home "$APPDATA\${FOLDER}"
  StrCpy $Practice "$APPDATA\${FOLDER}-training"
  StrCpy $Told "$APPDATA\${FOLDER}-setup.txt"
  Delete $Told
  UserInfo::GetAccountType
  Pop $0
  ${If} $0 != "Admin"
    !insertmacro Refuse "$(NeedsRights)" ${CODE_RIGHTS}
  ${EndIf}
  Call ${UN}RefuseWhileRunning
FunctionEnd
!macroend

!define UN ""
!insertmacro Common ""
!undef UN
!define UN "un."
!insertmacro Common "un."
!undef UN
!define UN ""

Function .onInit
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} ${OLDEST_BUILD}
    SetShellVarContext all
    StrCpy $Told "$APPDATA\${FOLDER}-setup.txt"
    !insertmacro Refuse "$(OldWindows)" ${CODE_WINDOWS}
  ${EndIf}
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${IsNativeAMD64}
    SetShellVarContext all
    StrCpy $Told "$APPDATA\${FOLDER}-setup.txt"
    !insertmacro Refuse "$(Not64)" ${CODE_WINDOWS}
  ${EndIf}
  Call Begin
  ReadRegStr $0 HKLM "${UNINSTALL_KEY}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} $0 "${VERSION}" $1
    ${GetParameters} $2
    ClearErrors
    ${GetOptions} $2 "/ROLLBACK" $3
    ${If} ${Errors}
    ${AndIf} $1 == 1
      !insertmacro Refuse "$(IsNewer)" ${CODE_NEWER}
    ${EndIf}
  ${EndIf}
FunctionEnd

; One folder takes another's name. A virus scanner may hold a file of it for a moment.
!macro Renamed FROM TO
  StrCpy $R0 0
  ${Do}
    ClearErrors
    Rename "${FROM}" "${TO}"
    ${IfNot} ${Errors}
      ${ExitDo}
    ${EndIf}
    IntOp $R0 $R0 + 1
    ${If} $R0 > 20
      ${ExitDo}
    ${EndIf}
    Sleep 500
  ${Loop}
!macroend

; Gives a shortcut the AppUserModelID NAME that the program's window bears: the taskbar then shows
; both as one button. A refusal changes nothing but that.
!macro Named LINK NAME
  !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r0 ""
  ${If} $0 P<> 0
    ${IUnknown::QueryInterface} $0 '("${IID_IPersistFile}",.r1)'
    ${If} $1 P<> 0
      ${IPersistFile::Load} $1 '("${LINK}", ${STGM_READWRITE})'
      ${IUnknown::QueryInterface} $0 '("${IID_IPropertyStore}",.r2)'
      ${If} $2 P<> 0
        System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID})p.r3'
        System::Call '*(&w64 "${NAME}")p.r4'
        System::Call '*(&i2 ${VT_LPWSTR},&i2,&i4,p r4,p)p.r5'
        ${IPropertyStore::SetValue} $2 '($3,$5)'
        ${IPropertyStore::Commit} $2 ""
        ${IPersistFile::Save} $1 '("${LINK}",1)'
        System::Free $3
        System::Free $4
        System::Free $5
        ${IUnknown::Release} $2 ""
      ${EndIf}
      ${IUnknown::Release} $1 ""
    ${EndIf}
    ${IUnknown::Release} $0 ""
  ${EndIf}
!macroend

; A folder of data: for SYSTEM, administrators and the officers, nobody else. Leaves $0 = 0 when done.
!macro OfficersOwn FOLDER
  CreateDirectory "${FOLDER}"
  ; First without what an earlier /OFFICERS= gave to others.
  nsExec::Exec '"$SYSDIR\icacls.exe" "${FOLDER}" /reset /Q'
  Pop $0
  nsExec::Exec '"$SYSDIR\icacls.exe" "${FOLDER}" /setowner *S-1-5-32-544 /Q'
  Pop $0
  nsExec::Exec '"$SYSDIR\icacls.exe" "${FOLDER}" /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F "$Group:(OI)(CI)M" /Q'
  Pop $0
!macroend

; The new program is whole beside the old one before the old one goes: a full disk or a power cut
; leaves one of the two.
Section
  ; A cut between the two names of the last time: the old one is still there, whole.
  ${If} ${FileExists} "$INSTDIR\program.old\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\program\*.*"
    Rename "$INSTDIR\program.old" "$INSTDIR\program"
  ${EndIf}
  RMDir /r "$INSTDIR\program.new"
  RMDir /r "$INSTDIR\program.old"
  ClearErrors
  SetOutPath "$INSTDIR\program.new"
  SetOverwrite on
  File /r "${PROGRAM}\*.*"
  SetOutPath "$INSTDIR"
  File /oname=counter-app.ico "${ICON}"
  File /oname=counter-app-training.ico "${PRACTICE_ICON}"
  File "${STARTER}"
  File "/oname=LICENSE.txt" "${LICENCE}"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  ${If} ${Errors}
    RMDir /r "$INSTDIR\program.new"
    !insertmacro Refuse "$(NotWritten)" ${CODE_DISK}
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\program\*.*"
    !insertmacro Renamed "$INSTDIR\program" "$INSTDIR\program.old"
    ${If} ${Errors}
      RMDir /r "$INSTDIR\program.new"
      !insertmacro Refuse "$(IsRunning)" ${CODE_RUNNING}
    ${EndIf}
  ${EndIf}
  !insertmacro Renamed "$INSTDIR\program.new" "$INSTDIR\program"
  ${If} ${Errors}
    Rename "$INSTDIR\program.old" "$INSTDIR\program"
    !insertmacro Refuse "$(NotWritten)" ${CODE_DISK}
  ${EndIf}
  RMDir /r "$INSTDIR\program.old"

  ; The data: made here so that its rights are right before anything lies in it. Every officer of
  ; this PC writes into one home, whichever Windows account is signed in; guests and others don't.
  ; Who they are is kept: an upgrade that doesn't say it must not let the others in again.
  ReadRegStr $Group HKLM "${UNINSTALL_KEY}" "Officers"
  ${If} $Group == ""
    StrCpy $Group "*S-1-5-32-545"
  ${EndIf}
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/OFFICERS=" $1
  ${IfNot} ${Errors}
    StrCpy $Group $1
  ${EndIf}
  !insertmacro OfficersOwn $Home
  ${If} $0 == 0
    !insertmacro OfficersOwn $Practice
  ${EndIf}
  ${If} $0 != 0
    !insertmacro Refuse "$(NoRightsGiven)" ${CODE_RIGHTS}
  ${EndIf}

  SetOutPath "$INSTDIR"
  CreateShortcut "$SMPROGRAMS\$(Product).lnk" "$INSTDIR\program\python\pythonw.exe" "-m counter_app" "$INSTDIR\counter-app.ico" 0 SW_SHOWNORMAL "" "$(Described)"
  CreateShortcut "$SMPROGRAMS\$(Practising).lnk" "$INSTDIR\program\python\pythonw.exe" "-m counter_app train" "$INSTDIR\counter-app-training.ico" 0 SW_SHOWNORMAL "" "$(PractisingDescribed)"

  WriteRegStr HKLM "${UNINSTALL_KEY}" "DisplayName" "$(Product)"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "Publisher" "counter-app"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\counter-app.ico"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "Officers" $Group
  WriteRegStr HKLM "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKLM "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKLM "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKLM "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKLM "${UNINSTALL_KEY}" "EstimatedSize" $0
  !insertmacro Named "$SMPROGRAMS\$(Product).lnk" "${FOLDER}"
  !insertmacro Named "$SMPROGRAMS\$(Practising).lnk" "${FOLDER}-training"
  SetErrorLevel 0
SectionEnd

!undef UN
!define UN "un."

Function un.onInit
  Call un.Begin
FunctionEnd

; Data stay, unless somebody who sees what it means asks for their end; default: no.
Section "Uninstall"
  RMDir /r "$INSTDIR\program"
  RMDir /r "$INSTDIR\program.old"
  RMDir /r "$INSTDIR\program.new"
  Delete "$INSTDIR\counter-app.ico"
  Delete "$INSTDIR\counter-app-training.ico"
  Delete "$INSTDIR\counter-app.cmd"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\uninstall.exe"
  SetOutPath $TEMP
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\$(Product).lnk"
  Delete "$SMPROGRAMS\$(Practising).lnk"
  RMDir /r $Practice ; made up, nobody's dossiers
  DeleteRegKey HKLM "${UNINSTALL_KEY}"
  ${If} ${FileExists} "$Home\*.*"
    ${If} ${Silent}
      ${GetParameters} $0
      ClearErrors
      ${GetOptions} $0 "/DELETEDATA" $1
      ${IfNot} ${Errors}
        RMDir /r $Home
      ${EndIf}
    ${ElseIf} ${Cmd} `MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(AskData)" IDYES`
      ${If} ${Cmd} `MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(AskAgain)" IDYES`
        RMDir /r $Home
      ${EndIf}
    ${EndIf}
  ${EndIf}
SectionEnd
