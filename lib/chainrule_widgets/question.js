// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,...KEEP_KEYS});return el.append(
root),root}function throttle(draw){let drawn=!1,late=!1,now=()=>{late=!1,draw()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
now),requestAnimationFrame(function next(){drawn=late,late&&(now(),requestAnimationFrame(next))}))}}function reportDrawn(root,drawn){"chainruleTest"in globalThis&&(root.dataset.drawn=JSON.stringify(drawn))}function drawOnChange(root,model,names,draw){
let now=()=>reportDrawn(root,draw()),soon=throttle(now);for(let name of names)model.on(`change:${name}`,soon);return now(),
soon}var coded=text=>text.split("`").map((part,i)=>i%2?html("code",{},part):part);function render({model,el}){let root=createRoot(
el,"Question"),right=model.get("right"),choose=text=>{model.set("chosen",text),model.save_changes()},marks={},buttons=model.
get("choices").map(([text],i,all)=>(marks[text]=html("span",{"aria-hidden":"true",class:"mark"},"abcdef"[i]),html("butto\
n",{type:"button",class:"choice","aria-pressed":"false",click:()=>choose(text),keydown:event=>{let by={ArrowDown:1,ArrowRight:1,
ArrowUp:-1,ArrowLeft:-1}[event.key];by&&(event.preventDefault(),buttons[(i+by+all.length)%all.length].focus())}},marks[text],
html("span",{},...coded(text))))),says=html("p",{class:"says",role:"status"});root.classList.add("question"),root.append(
html("p",{class:"prompt"},html("b",{},"Predict, then run. "),...coded(model.get("prompt"))),html("div",{class:"choices"},
...buttons),says),drawOnChange(root,model,["chosen"],()=>{let chosen=model.get("chosen");return model.get("choices").forEach(
([text],i)=>{let mark=marks[text],sign=text===right?"✓":"✗";mark.textContent=text===chosen?sign:"abcdef"[i],buttons[i].
setAttribute("aria-pressed",String(text===chosen)),buttons[i].classList.toggle("right",text===chosen&&text===right),buttons[i].
classList.toggle("wrong",text===chosen&&text!==right)}),says.replaceChildren(),chosen&&says.append(html("b",{},chosen===
right?"✓ Right. ":"✗ Wrong. "),...coded(model.get("choices").find(([text])=>text===chosen)[1])),{chosen,right:chosen===
right,says:says.textContent}})}var question_default={render};export{question_default as default};
